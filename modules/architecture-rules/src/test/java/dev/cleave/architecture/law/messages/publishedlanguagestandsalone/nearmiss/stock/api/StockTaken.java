package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.nearmiss.stock.api;

import dev.cleave.architecture.law.words.Internal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;

@Internal
@Revision("1")
public record StockTaken(@TargetAggregateIdentifier String product, List<Place> from, BigDecimal weight, Instant at) {}
