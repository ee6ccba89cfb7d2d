package dev.cleave.architecture.sample.lending.api;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lends a book; see {@link BookLent#reader() its reader}. */
public record LendBook(
        @TargetAggregateIdentifier String loan,
        ReaderId reader,
        List<? extends Condition> conditions,
        Map<String, Note[]> notes,
        @Nullable String remark,
        List<@Nullable String> wishes,
        int days) {

    public static final int LONGEST = 28;
}
