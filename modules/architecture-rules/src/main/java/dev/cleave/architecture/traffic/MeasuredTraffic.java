package dev.cleave.architecture.traffic;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.report.Report.PassageTraffic;
import dev.cleave.architecture.report.Report.Placement;
import dev.cleave.architecture.report.Report.PlacementTraffic;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.architecture.report.Report.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was counted in a run: saved answers of {@code /actuator/prometheus}, one of each process that took part. Counters of all
 * files are added up, so no process may be in twice.
 */
public final class MeasuredTraffic {

    private static final int MOST_NAMED = 8;

    private final Meters meters;
    private final List<Path> files;

    /** Reads nothing yet. */
    public MeasuredTraffic(Meters meters, List<Path> files) {
        this.meters = meters;
        this.files = List.copyOf(files);
    }

    private record Counted(Kind kind, String context, String name) {}

    /**
     * Lays it on the edges of a report.
     *
     * @throws IllegalArgumentException if a file can't be read or holds none of the counters
     */
    public Traffic on(Report report) {
        Map<Counted, Long> counts = new HashMap<>();
        files.forEach(file -> count(file, counts));
        Map<String, Message> messages =
                report.messages().stream().collect(Collectors.toMap(Message::type, message -> message, (one, same) -> one));
        List<PassageTraffic> passages = new ArrayList<>();
        TreeSet<String> unseen = new TreeSet<>();
        for (MessageEdge edge : report.map().messages()) {
            for (Passage passage : edge.passages()) {
                Message message = messages.get(passage.type());
                long count = counts.getOrDefault(new Counted(passage.kind(), message.context(), message.name()), 0L);
                if (count == 0) {
                    unseen.add(message.name());
                } else {
                    passages.add(new PassageTraffic(
                            passage.type(), passage.kind(), edge.from(), edge.to(), count, isShared(message)));
                }
            }
        }
        passages.sort(Comparator.comparingLong(PassageTraffic::count).reversed()
                .thenComparing(PassageTraffic::type)
                .thenComparing(PassageTraffic::from)
                .thenComparing(PassageTraffic::to));
        String source = files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        return new Traffic(
                source,
                passages,
                report.placements().stream().map(placement -> of(placement, passages)).toList(),
                notes(counts, messages, passages, unseen));
    }

    private void count(Path file, Map<Counted, Long> counts) {
        boolean found = false;
        for (Series series : Series.in(read(file))) {
            Optional<Counted> counted = counted(series);
            if (counted.isPresent() && Double.isFinite(series.value())) {
                counts.merge(counted.get(), Math.round(series.value()), Long::sum);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException(file + " has neither " + meters.commands() + " nor " + meters.events()
                    + ". Give what a process answers at /actuator/prometheus after it has done something.");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The metrics " + file + " can't be read", e);
        }
    }

    private Optional<Counted> counted(Series series) {
        String context = series.labels().get(meters.context());
        if (series.name().equals(meters.commands())) {
            return named(Kind.COMMAND, context, series.labels().get(meters.command()));
        }
        if (series.name().equals(meters.events())) {
            return named(Kind.EVENT, context, series.labels().get(meters.event()));
        }
        return Optional.empty();
    }

    private static Optional<Counted> named(Kind kind, String context, String name) {
        return context == null || name == null ? Optional.empty() : Optional.of(new Counted(kind, context, name));
    }

    /** The counter tells who handled a command, and not who sent it. */
    private static boolean isShared(Message message) {
        return message.kind() == Kind.COMMAND
                && message.senders().stream().map(Message.Sender::context).distinct().count() > 1;
    }

    private static PlacementTraffic of(Placement placement, List<PassageTraffic> passages) {
        Map<String, String> units = new HashMap<>();
        for (Unit unit : placement.units()) {
            unit.contexts().forEach(context -> units.put(context, unit.name()));
        }
        long crossing = 0;
        long local = 0;
        for (PassageTraffic passage : passages) {
            if (units.get(passage.from()).equals(units.get(passage.to()))) {
                local += passage.count();
            } else {
                crossing += passage.count();
            }
        }
        return new PlacementTraffic(placement.profile(), crossing, local);
    }

    private static List<String> notes(
            Map<Counted, Long> counts, Map<String, Message> messages, List<PassageTraffic> passages, TreeSet<String> unseen) {
        List<String> notes = new ArrayList<>();
        notes.add("An event counts once for each context that reads it; where a unit has replicas, each is sent it.");
        if (passages.stream().anyMatch(PassageTraffic::shared)) {
            notes.add("Of a command that several contexts send, only the sum is known; each of them shows all of it.");
        }
        if (!unseen.isEmpty()) {
            notes.add("Not seen in this run: " + some(List.copyOf(unseen)) + ".");
        }
        List<String> unknown = counts.keySet().stream()
                .filter(counted -> messages.values().stream().noneMatch(message -> message.kind() == counted.kind()
                        && message.context().equals(counted.context()) && message.name().equals(counted.name())))
                .map(counted -> counted.context() + "'s " + counted.name())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            notes.add("Counted, but not in this code: " + some(unknown) + ". Were the figures taken from another version?");
        }
        return notes;
    }

    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
