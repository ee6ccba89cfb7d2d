package dev.cleave.ordering.overview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A timeline in one column, {@code millis what [note];…}: it only grows, so a step is appended without reading it. */
final class TimelineColumn {

    @Schema(name = "OrderStep")
    record Step(
            Instant at,
            @Schema(example = "rejected") String what,
            @Schema(example = "out-of-stock") @Nullable String note) {}

    private TimelineColumn() {}

    static String step(Instant at, String what, @Nullable String note) {
        return at.toEpochMilli() + " " + what + (note == null ? "" : " " + note) + ";";
    }

    static List<Step> read(String column) {
        if (column.isEmpty()) {
            return List.of();
        }
        return Stream.of(column.split(";"))
                .map(step -> step.split(" "))
                .map(parts -> new Step(
                        Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts.length > 2 ? parts[2] : null))
                .toList();
    }
}
