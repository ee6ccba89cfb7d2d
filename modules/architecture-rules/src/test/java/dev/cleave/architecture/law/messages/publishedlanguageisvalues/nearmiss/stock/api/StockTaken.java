package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public record StockTaken(
        String product,
        Instant on,
        Map<Row, List<BigDecimal>> weights,
        Movement movement,
        Optional<Row> next,
        int quantity) {}
