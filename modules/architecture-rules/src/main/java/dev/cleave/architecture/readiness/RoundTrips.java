package dev.cleave.architecture.readiness;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether messages can be written and read back: each for itself, and what it comes to for a context. */
public final class RoundTrips {

    private RoundTrips() {}

    /** Of all messages, deadlines apart, which are never sent. */
    public static List<RoundTrip> of(Examined examined, List<FindingSource> sources) {
        return all(examined, Stream.concat(Stream.of(new FromCode()), sources.stream()).toList());
    }

    private static List<RoundTrip> all(Examined examined, List<FindingSource> sources) {
        return examined.model().messages().stream()
                .filter(message -> message.kind() != Kind.DEADLINE)
                .map(message -> sources.stream()
                        .flatMap(source -> source.about(message, examined).stream())
                        .reduce(new RoundTrip(message.type(), null, List.of()), RoundTrips::together))
                .toList();
    }

    private static RoundTrip together(RoundTrip first, RoundTrip second) {
        List<String> evidence = new ArrayList<>(first.evidence());
        evidence.addAll(second.evidence());
        return new RoundTrip(first.type(), Findings.together(first.kept(), second.kept()), evidence);
    }

    static Finding about(ContextModel context, Examined examined, List<FindingSource> sources) {
        List<String> own = examined.model().messages().stream()
                .filter(message -> message.context().equals(context.name()))
                .map(Message::type)
                .toList();
        List<RoundTrip> trips = all(examined, sources).stream().filter(trip -> own.contains(trip.type())).toList();
        if (trips.isEmpty()) {
            return Question.ROUND_TRIP.yes("It has no messages.");
        }
        List<RoundTrip> lost = trips.stream().filter(trip -> Objects.equals(trip.kept(), false)).toList();
        if (!lost.isEmpty()) {
            return Question.ROUND_TRIP.answered(false, lost.stream()
                    .flatMap(trip -> trip.evidence().stream()
                            .filter(sentence -> !sentence.equals(FromCode.VALUES))
                            .map(sentence -> Names.simple(trip.type()) + ": " + sentence))
                    .toList());
        }
        List<String> unproven =
                trips.stream().filter(trip -> trip.kept() == null).map(trip -> Names.simple(trip.type())).toList();
        if (unproven.isEmpty()) {
            return Question.ROUND_TRIP
                    .yes("Each of its " + trips.size() + " messages has been written and read back; each says how.");
        }
        return Question.ROUND_TRIP.open(
                unproven.size() == trips.size()
                        ? "The fields of its messages are records, enums and types of the agreed vocabulary; none was written and read back."
                        : "Of " + String.join(", ", unproven)
                                + " no more is known than what the fields are. All others have been written and"
                                + " read back, and each says how.");
    }
}
