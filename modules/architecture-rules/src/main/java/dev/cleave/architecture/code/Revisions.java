package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Message.Revision;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The forms that events have had: those that a number below the present one says, and those that samples are kept of. */
final class Revisions {

    private static final String NUMBER = "[1-9]\\d{0,3}";
    private static final Comparator<String> ORDER = Comparator
            .comparingInt((String revision) -> revision.matches(NUMBER) ? Integer.parseInt(revision) : Integer.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private final SystemCode code;
    private final Upcasters upcasters;

    Revisions(SystemCode code) {
        this.code = code;
        this.upcasters = new Upcasters(code);
    }

    /** Those of an event, the present one last. */
    List<Revision> of(JavaClass event, String context, @Nullable String present) {
        Samples samples = Samples.of(code, event, context);
        List<String> revisions = new ArrayList<>(samples.revisions(present));
        if (present != null && present.matches(NUMBER)) {
            IntStream.range(1, Integer.parseInt(present)).mapToObj(String::valueOf).forEach(revisions::add);
        }
        List<String> earlier =
                revisions.stream().distinct().filter(revision -> !revision.equals(present)).sorted(ORDER).toList();
        List<Revision> history = new ArrayList<>();
        earlier.forEach(revision -> history.add(revision(
                revision, samples, upcasters.of(event.getName(), revision).map(place -> place.shown()).orElse(null))));
        if (present != null) {
            history.add(revision(present, samples, null));
        }
        return history;
    }

    private Revision revision(String revision, Samples samples, @Nullable String upcaster) {
        List<Path> files = samples.of(revision);
        return new Revision(
                revision,
                files.stream().flatMap(file -> properties(file).stream()).distinct().toList(),
                files.stream().map(code.sources()::relative).toList(),
                upcaster);
    }

    /** None of a sample that can't be read, which a rule tells of. */
    private static List<String> properties(Path sample) {
        try {
            return List.copyOf(JsonMapper.shared().readTree(Sources.text(sample)).propertyNames());
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }
}
