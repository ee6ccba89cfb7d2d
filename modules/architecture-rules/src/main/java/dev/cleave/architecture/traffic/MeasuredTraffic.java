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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in a run: saved answers of {@code /actuator/prometheus}, one of each process that took part. Counters of all
 * files are added up, so no process may be in twice.
 */
public final class MeasuredTraffic {

    private static final int MOST_NAMED = 8;
    private static final String STARTED = "process_start_time_seconds";
    private static final String HOW_TO_GET =
            "Save what each process answers at /actuator/prometheus at the end of a run, for example:"
                    + " curl -s http://localhost:8080/actuator/prometheus > run.prom";

    private final Meters meters;
    private final List<Path> files;

    /** Reads nothing yet. */
    public MeasuredTraffic(Meters meters, List<Path> files) {
        this.meters = meters;
        this.files = List.copyOf(files);
    }

    /** @param where the context whose message it is, or the processor that handled it; empty if the counters name neither */
    private record Counted(Kind kind, String where, String name) {}

    /**
     * Lays it on the edges of a report.
     *
     * @throws UnusableMetrics if a file can't be read, is given twice, or holds none of the counters; or if none of the messages counted
     *     is one of the report's
     */
    public Traffic on(Report report) {
        Map<Counted, Long> counts = counts();
        Map<String, Message> messages =
                report.messages().stream().collect(Collectors.toMap(Message::type, message -> message, (one, same) -> one));
        Set<Counted> known = report.messages().stream()
                .flatMap(message -> counted(message, context -> true))
                .collect(Collectors.toSet());
        if (counts.keySet().stream().noneMatch(known::contains)) {
            throw new UnusableMetrics(named(files) + " counts no message of " + report.system() + ", but "
                    + some(shown(counts.keySet())) + ". Were the figures taken from another system? " + HOW_TO_GET);
        }
        List<PassageTraffic> passages = new ArrayList<>();
        TreeSet<String> unseen = new TreeSet<>();
        for (MessageEdge edge : report.map().messages()) {
            for (Passage passage : edge.passages()) {
                Message message = messages.get(passage.type());
                long count = counted(message, edge.to()::equals)
                        .mapToLong(counted -> counts.getOrDefault(counted, 0L))
                        .max()
                        .orElse(0);
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
        return new Traffic(
                named(files),
                passages,
                report.placements().stream().map(placement -> of(placement, passages)).toList(),
                notes(counts, known, passages, unseen));
    }

    private Map<Counted, Long> counts() {
        Map<Counted, Long> counts = new HashMap<>();
        Map<String, Path> processes = new HashMap<>();
        for (Path file : files) {
            List<Series> all = Series.in(read(file));
            if (all.isEmpty()) {
                throw new UnusableMetrics(file + " holds no figures as Prometheus reads them. " + HOW_TO_GET);
            }
            Path before = processes.putIfAbsent(process(file, all), file);
            if (before != null) {
                throw new UnusableMetrics((before.equals(file) ? file + " is given twice" : before + " and " + file
                        + " are from the same process") + ", and would count twice. Give one file of each process.");
            }
            count(file, all, counts);
        }
        return counts;
    }

    /** No two processes of a system start in the same millisecond. */
    private static String process(Path file, List<Series> all) {
        return all.stream()
                .filter(series -> series.name().equals(STARTED))
                .map(series -> String.valueOf(series.value()))
                .findFirst()
                .orElseGet(() -> file.toAbsolutePath().normalize().toString());
    }

    private void count(Path file, List<Series> all, Map<Counted, Long> counts) {
        boolean found = false;
        for (Series series : all) {
            Optional<Counted> counted = counted(series);
            if (counted.isPresent() && Double.isFinite(series.value())) {
                counts.merge(counted.get(), Math.round(series.value()), Long::sum);
                found = true;
            }
        }
        if (!found) {
            throw new UnusableMetrics(file + " counts no messages: it has neither " + meters.commands() + " nor "
                    + meters.events()
                    + ". Is it another program's, or had this process not done anything yet? Then leave it out. "
                    + HOW_TO_GET);
        }
    }

    private static String read(Path file) {
        if (!Files.exists(file)) {
            String folder = file.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
            throw new UnusableMetrics("There is no file " + file + folder + ". " + HOW_TO_GET);
        }
        if (Files.isDirectory(file)) {
            throw new UnusableMetrics(file + " is a folder. Name the files in it.");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnusableMetrics(file + " is not text. " + HOW_TO_GET);
        } catch (IOException e) {
            throw new UnusableMetrics(file + " can't be read (" + e + "). Check who may read it.");
        }
    }

    /** Under what a message is counted that goes to some contexts. */
    private Stream<Counted> counted(Message message, Predicate<String> to) {
        if (message.kind() == Kind.EVENT && meters.processor() != null) {
            return message.handlers().stream()
                    .filter(handler -> to.test(handler.context()) && handler.processor() != null)
                    .map(handler -> new Counted(Kind.EVENT, handler.processor(), message.name()));
        }
        return Stream.of(new Counted(message.kind(), meters.context() == null ? "" : message.context(), message.name()));
    }

    private Optional<Counted> counted(Series series) {
        if (series.name().equals(meters.commands())) {
            return counted(Kind.COMMAND, series, meters.context(), meters.command());
        }
        if (series.name().equals(meters.events())) {
            return counted(
                    Kind.EVENT, series, meters.processor() == null ? meters.context() : meters.processor(), meters.event());
        }
        return Optional.empty();
    }

    private static Optional<Counted> counted(Kind kind, Series series, @Nullable String whereLabel, String nameLabel) {
        String where = whereLabel == null ? "" : series.labels().get(whereLabel);
        String name = series.labels().get(nameLabel);
        return where == null || name == null ? Optional.empty() : Optional.of(new Counted(kind, where, name));
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
            Map<Counted, Long> counts, Set<Counted> known, List<PassageTraffic> passages, TreeSet<String> unseen) {
        List<String> notes = new ArrayList<>();
        notes.add("An event counts once for each context that reads it; where a unit has replicas, it is sent to each of them.");
        if (passages.stream().anyMatch(PassageTraffic::shared)) {
            notes.add("Of a command that several contexts send, only the sum is known; each of them shows all of it.");
        }
        if (!unseen.isEmpty()) {
            notes.add("Not seen in this run: " + some(List.copyOf(unseen)) + ".");
        }
        List<String> unknown = shown(counts.entrySet().stream()
                .filter(count -> count.getValue() > 0 && !known.contains(count.getKey()))
                .map(Map.Entry::getKey)
                .toList());
        if (!unknown.isEmpty()) {
            notes.add("Counted, but not in this code: " + some(unknown) + ". Were the figures taken from another version?");
        }
        return notes;
    }

    private static String named(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    private static List<String> shown(Collection<Counted> counted) {
        return counted.stream().map(each -> (each.where().isEmpty() ? "" : each.where() + "'s ") + each.name()).sorted()
                .toList();
    }

    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
