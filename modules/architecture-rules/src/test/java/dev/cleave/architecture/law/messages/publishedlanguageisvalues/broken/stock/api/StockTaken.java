package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import java.util.Date;
import java.util.List;
import java.util.Map;

@SuppressWarnings("rawtypes")
public record StockTaken(
        String product,
        @Caught Date on,
        @Caught Map<String, Object> details,
        @Caught List<? extends Labelled> labels,
        @Caught byte[] picture,
        @Caught List places) {}
