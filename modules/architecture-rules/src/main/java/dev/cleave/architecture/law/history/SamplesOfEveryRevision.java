package dev.cleave.architecture.law.history;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.Samples;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each form that an event ever had is kept as a sample. */
final class SamplesOfEveryRevision {

    private SamplesOfEveryRevision() {}

    static Rule rule() {
        return Statement.of(
                "samples-of-every-revision", Laws.READABLE_FOREVER,
                "Every event has a readable sample of each of its revisions",
                "Stored events are never rewritten: each later build has to read every form that was ever written. Only samples of the old forms, read at"
                        + " every build, show that it still does.")
                .all("events", code -> code.model().messages(Kind.EVENT))
                .violatedBy((code, event) -> revisionsUpTo(event.revision()).stream()
                        .flatMap(revision -> violations(code, event, revision)))
                .counting("samples", code -> (int) code.model().messages(Kind.EVENT)
                        .flatMap(event -> revisionsUpTo(event.revision()).stream()
                                .flatMap(revision -> samples(code, event, revision).stream()))
                        .count());
    }

    private static List<Path> samples(SystemCode code, Message event, String revision) {
        return Samples.of(code, code.classes().get(event.type()), event.context()).of(revision);
    }

    private static Stream<Violation> violations(SystemCode code, Message event, String revision) {
        List<Path> samples = samples(code, event, revision);
        Stream<Violation> missing = samples.stream()
                .noneMatch(sample -> sample.getFileName().toString().equals(revision + ".json"))
                        ? Stream.of(missing(event, revision))
                        : Stream.empty();
        return Stream.concat(missing, samples.stream().flatMap(sample -> unreadable(code, event, revision, sample).stream()));
    }

    private static List<String> revisionsUpTo(@Nullable String revision) {
        if (revision == null) {
            return List.of();
        }
        return revision.matches("[1-9]\\d{0,3}")
                ? IntStream.rangeClosed(1, Integer.parseInt(revision)).mapToObj(String::valueOf).toList()
                : List.of(revision);
    }

    private static Violation missing(Message event, String revision) {
        return new Violation(
                event.location(),
                event.name() + " has no sample of revision " + revision + ".",
                "Store an event of that revision, as it is written, as samples/" + event.name() + "/" + revision
                        + ".json in the test resources of " + event.context() + ".");
    }

    /** An earlier form is read by an upcaster, which tests show; where there is none, it must be readable as it is. */
    private static Optional<Violation> unreadable(SystemCode code, Message event, String revision, Path sample) {
        String text = Sources.text(sample);
        String file = code.sources().relative(sample);
        try {
            JsonNode tree = JsonMapper.shared().readTree(text);
            JavaClass type = code.classes().get(event.type());
            boolean current = revision.equals(event.revision());
            if (!current && hasUpcaster(event, revision)) {
                return Optional.empty();
            }
            return new SampleShape(code).fault(tree, type).map(fault -> new Violation(
                    new Location(event.type(), null, file, lineOf(text, fault.property())),
                    "The sample " + sample.getFileName() + " of " + event.name() + " " + fault.what()
                            + (current ? "." : ", and no upcaster reads revision " + revision + "."),
                    current
                            ? "If the event's form has changed, raise its revision, keep this sample as that of the old one, and give the new one"
                                    + " a sample and an upcaster; if the sample is wrong, put it right."
                            : "Write an upcaster that brings revision " + revision + " of " + event.name()
                                    + " into the form that follows."));
        } catch (JacksonException e) {
            return Optional.of(new Violation(
                    new Location(event.type(), null, file, 1),
                    "The sample " + sample.getFileName() + " of " + event.name() + " is not JSON.",
                    "Store an event of that revision as it is written."));
        }
    }

    private static boolean hasUpcaster(Message event, String revision) {
        return event.revisions().stream().anyMatch(form -> form.revision().equals(revision) && form.upcaster() != null);
    }

    private static int lineOf(String sample, String property) {
        int at = property.isEmpty() ? -1 : sample.indexOf("\"" + property + "\"");
        return 1 + Math.toIntExact(sample.chars().limit(Math.max(at, 0)).filter(each -> each == '\n').count());
    }
}
