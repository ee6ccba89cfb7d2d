package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;

@Revision("1")
public record StockTaken(@TargetAggregateIdentifier String product, List<Place> from, BigDecimal weight, Instant at) {}
