package dev.cleave.architecture.bytecode;

import dev.cleave.architecture.bytecode.Evaluation.Call;
import dev.cleave.architecture.bytecode.Value.Constant;
import dev.cleave.architecture.bytecode.Value.Ordinal;
import dev.cleave.architecture.bytecode.Value.Text;
import dev.cleave.architecture.bytecode.Value.Whole;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What methods of the JDK give back. */
final class Library {

    private static final String DURATION = "java.time.Duration";
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ofDays", ChronoUnit.DAYS, "ofHours", ChronoUnit.HOURS, "ofMinutes", ChronoUnit.MINUTES, "ofSeconds",
            ChronoUnit.SECONDS,
            "ofMillis", ChronoUnit.MILLIS, "ofNanos", ChronoUnit.NANOS);

    private Library() {}

    static Values call(Call call, List<Values> arguments) {
        String name = call.owner() + "." + call.name();
        if (call.owner().equals(DURATION) && arguments.size() == 1) {
            return duration(call.name(), arguments.getFirst())
                    .map(time -> Values.from(Set.of(new Origin.Fixed(time))))
                    .orElseGet(() -> Values.from(Evaluation.origins(arguments)));
        }
        return switch (name) {
            case "java.util.Objects.requireNonNull" -> arguments.getFirst();
            case "java.lang.String.valueOf" -> arguments.getFirst().all(Text.class).isEmpty() ? Values.ANY : arguments.getFirst();
            default -> Values.from(Evaluation.origins(arguments));
        };
    }

    private static Optional<Duration> duration(String name, Values argument) {
        if (argument.open() || argument.known().size() != 1) {
            return Optional.empty();
        }
        return switch (argument.known().iterator().next()) {
            case Whole whole when UNITS.containsKey(name) -> Optional.of(Duration.of(whole.number(), UNITS.get(name)));
            case Text text when name.equals("parse") -> parsed(text.text());
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether every enumeration has a method. */
    static boolean knows(Call call) {
        return call.type().parameterCount() == 0 && Set.of("name", "ordinal").contains(call.name());
    }

    static Values on(Constant constant, Call call) {
        return Values.of(call.name().equals("name") ? new Text(constant.name()) : new Ordinal(constant));
    }

    static Values on(Text text, Call call, List<Values> arguments) {
        String own = text.text();
        return switch (call.name()) {
            case "toLowerCase" -> Values.of(new Text(own.toLowerCase(Locale.ROOT)));
            case "toUpperCase" -> Values.of(new Text(own.toUpperCase(Locale.ROOT)));
            case "strip", "trim" -> Values.of(new Text(own.strip()));
            case "toString", "intern" -> Values.of(text);
            case "concat" -> arguments.getFirst().open()
                    ? Values.ANY
                    : Values.of(arguments.getFirst().texts().stream().map(end -> new Text(own + end)).toList());
            default -> Values.ANY;
        };
    }
}
