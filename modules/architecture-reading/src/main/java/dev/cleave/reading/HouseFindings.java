package dev.cleave.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.readiness.Examined;
import dev.cleave.architecture.readiness.FindingSource;
import dev.cleave.architecture.readiness.Question;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.RoundTrip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this house knows about its contexts beyond what can be read from any code: its tests, and what the platform gives to all. */
final class HouseFindings implements FindingSource {

    private static final String NO_TESTS = "The tests were not at hand where this was read; the report that they leave tells.";
    private static final String STARTS_ALONE = "dev.cleave.platform.test.ContextTest";
    private static final String READS_SAMPLES = "dev.cleave.platform.test.EventSamplesContract";

    private final Path root;
    private @Nullable RoundTrips roundTrips;

    HouseFindings(Path root) {
        this.root = root;
    }

    boolean testsAreAtHand() {
        return Files.isDirectory(root.resolve("modules/platform/src/test"));
    }

    @Override
    public List<Finding> about(ContextModel context, Examined examined) {
        return List.of(
                roundTrip(context),
                startsAlone(context),
                repeatedAndUnreadable(context),
                waits(context, examined),
                health(context));
    }

    @Override
    public Optional<RoundTrip> about(Message message, Examined examined) {
        if (!testsAreAtHand()) {
            return Optional.of(new RoundTrip(message.type(), null, List.of(NO_TESTS)));
        }
        if (roundTrips == null) {
            roundTrips = new RoundTrips(examined.model(), root);
        }
        return roundTrips.of(message);
    }

    /** What a context's own tests add to what its messages show. */
    private Finding roundTrip(ContextModel context) {
        Optional<List<String>> reading = tests(context, type -> type.isAssignableTo(READS_SAMPLES));
        if (reading.isEmpty()) {
            return Question.ROUND_TRIP.open(NO_TESTS);
        }
        return reading.get().isEmpty()
                ? Question.ROUND_TRIP.no("No test of its own reads its events' samples.")
                : Question.ROUND_TRIP.open(
                        "Samples of every revision are read by " + String.join(", ", reading.get()) + " too.",
                        "What is sent in the tests that start it goes over a bus that writes and reads every message, as the wire would.");
    }

    private Finding startsAlone(ContextModel context) {
        Optional<List<String>> tests = tests(context, type -> type.isAnnotatedWith(STARTS_ALONE));
        if (tests.isEmpty()) {
            return Question.STARTS_ALONE.open(NO_TESTS);
        }
        return tests.get().isEmpty()
                ? Question.STARTS_ALONE.no("No test starts it alone.")
                : Question.STARTS_ALONE.yes(
                        "It is started alone, with a server, its own store and no other context, by "
                                + String.join(", ", tests.get()) + ".");
    }

    private Finding repeatedAndUnreadable(ContextModel context) {
        if (context.processors().isEmpty()) {
            return Question.REPEATED_AND_UNREADABLE.yes();
        }
        List<String> evidence = new ArrayList<>();
        if (has(context, Role.VIEW)) {
            evidence.add("Each of its views commits its rows together with how far it has read, so that an event counts once.");
        }
        if (has(context, Role.POLICY)) {
            evidence.add(
                    "Its policies only send commands, and an aggregate takes the same step of a process again without an event.");
        }
        if (has(context, Role.GATEWAY)) {
            evidence.add("Its gateway notes what it has asked of the outside, and asks again only under the same reference.");
        }
        evidence.add("An event that has failed three times is put aside, and what follows it in its order behind it"
                + " (modules/platform/src/test/java/dev/cleave/platform/messaging/MessagingContract.java).");
        return Question.REPEATED_AND_UNREADABLE.answered(true, evidence);
    }

    private static boolean has(ContextModel context, Role role) {
        return context.processors().stream().anyMatch(processor -> processor.role() == role);
    }

    private Finding waits(ContextModel context, Examined examined) {
        return examined.model().waits(context.name()).isEmpty()
                ? Question.WAITS_END.yes("It waits for nothing that another context or the outside has to do.")
                : Question.WAITS_END.open(
                        "Each is a row with the time at which it runs out. The platform's clock sends what follows again and again"
                                + " until an event closes the wait"
                                + " (modules/platform/src/main/java/dev/cleave/platform/waiting/WaitClock.java).");
    }

    private Finding health(ContextModel context) {
        return context.store().name() == null
                ? Question.HEALTH.open("It has no store to ask.")
                : Question.HEALTH.yes(
                        "Whether its store answers is part of the health of the process that holds it"
                                + " (modules/platform/src/main/java/dev/cleave/platform/datastore/StoresHealth.java), which profiles render"
                                + " as probes.",
                        "How far behind " + context.processors().stream().map(Processor::name).collect(Collectors.joining(", "))
                                + (context.processors().size() == 1 ? " is, and what it puts" : " are, and what they put")
                                + " aside, are metrics.");
    }

    /** The source files of a context's tests of some kind, whichever module they are in; empty if none of its tests is compiled. */
    private Optional<List<String>> tests(ContextModel context, Predicate<JavaClass> kind) {
        String room = "target/test-classes/" + context.basePackage().replace('.', '/');
        try (Stream<Path> modules = Files.list(root.resolve("modules"))) {
            List<Path> compiled = modules.filter(module -> Files.isDirectory(module.resolve(room))).sorted().toList();
            return compiled.isEmpty() ? Optional.empty() : Optional.of(compiled.stream()
                    .flatMap(module -> new ClassFileImporter().importPath(module.resolve(room)).stream()
                            .filter(kind)
                            .map(type -> "modules/" + module.getFileName() + "/src/test/java/" + type.getName().replace('.', '/')
                                    + ".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
