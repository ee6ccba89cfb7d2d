package dev.cleave.architecture.law.history.samplesofeveryrevision.nearmiss.stock.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;

@Revision("1")
public record StockMoved(
        Product product,
        @JsonProperty("by") List<Step> steps,
        Map<String, Integer> counts,
        Instant at,
        BigDecimal weight) {}
