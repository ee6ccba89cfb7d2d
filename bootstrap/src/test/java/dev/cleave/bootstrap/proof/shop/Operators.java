package dev.cleave.bootstrap.proof.shop;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Those who operate a system that is cut: they ask each process through the front, make one answer of what all say, and do to every
 * replica what is done to a processor.
 */
public final class Operators {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ALL = Pattern.compile("/actuator/(processors|deadletters)");
    private static final Pattern ONE = Pattern.compile("/actuator/(processors|deadletters)/([a-z]+)\\..*");
    private static final Map<String, Integer> PARTS = Map.of("view", 1, "policy", 4, "gateway", 8);

    private final Shop front;
    private final Profile profile;
    private final ToIntFunction<String> replicas;

    /**
     * @param front the system, as one without operators knows it
     * @param replicas how many processes of a unit there are at present
     */
    public Operators(Shop front, Profile profile, ToIntFunction<String> replicas) {
        this.front = front;
        this.profile = profile;
        this.replicas = replicas;
    }

    /** Whether this is theirs to ask. */
    public static boolean ask(String path) {
        return ALL.matcher(path).matches() || ONE.matcher(path).matches();
    }

    public Answer send(String method, String path, @Nullable Object body) {
        Matcher one = ONE.matcher(path);
        if (!one.matches()) {
            return path.endsWith("processors") ? processors(path) : deadLetters(path);
        }
        List<String> processes = processes(profile.unitOf(one.group(2)).orElseThrow().name());
        return method.equals("POST") && one.group(1).equals("processors")
                ? operate(processes, path, body)
                : send(processes.getFirst(), method, path, body);
    }

    private List<String> processes(String unit) {
        return IntStream.rangeClosed(1, replicas.applyAsInt(unit)).mapToObj(number -> "/units/" + unit + "/" + number).toList();
    }

    private Answer send(String process, String method, String path, @Nullable Object body) {
        return front.send(method, process + path, body, Map.of());
    }

    private JsonNode read(String process, String path) {
        return send(process, "GET", path, null).expect(200).json();
    }

    /** A replay is done in one replica, while the processor rests in the others. */
    private Answer operate(List<String> processes, String path, @Nullable Object body) {
        boolean replay = Map.of("action", "replay").equals(body);
        List<String> others = processes.subList(1, processes.size());
        if (replay) {
            others.forEach(other -> send(other, "POST", path, Map.of("action", "pause")));
        }
        Answer answer = send(processes.getFirst(), "POST", path, body);
        others.forEach(other -> send(other, "POST", path, replay ? Map.of("action", "resume") : body));
        return answer;
    }

    private Answer processors(String path) {
        long head = -1;
        Map<String, ObjectNode> byName = new LinkedHashMap<>();
        for (Unit unit : profile.units()) {
            for (String process : processes(unit.name())) {
                JsonNode said = read(process, path);
                head = Math.max(head, said.path("head").asLong(-1));
                said.path("processors").forEach(processor -> byName.merge(
                        processor.path("name").asString(""), (ObjectNode) processor, Operators::together));
            }
        }
        byName.values().forEach(Operators::unknownWhereAPartIsNowhere);
        ArrayNode all = JSON.createArrayNode().addAll(new ArrayList<>(byName.values()));
        return answer(path, JSON.createObjectNode().put("head", head).set("processors", all));
    }

    /** One processor, as two replicas see their parts of it. */
    private static ObjectNode together(ObjectNode one, ObjectNode other) {
        long lag = Math.max(one.path("lag").asLong(-1), other.path("lag").asLong(-1));
        one.put("lag", lag);
        one.put("running", one.path("running").asBoolean() && other.path("running").asBoolean());
        one.put("replaying", one.path("replaying").asBoolean() || other.path("replaying").asBoolean());
        other.path("segments").forEach(((ArrayNode) one.path("segments"))::add);
        return one;
    }

    private static void unknownWhereAPartIsNowhere(ObjectNode processor) {
        Set<Integer> parts = new HashSet<>();
        processor.path("segments").forEach(part -> parts.add(part.path("segment").asInt(-1)));
        if (parts.size() < PARTS.get(processor.path("kind").asString(""))) {
            processor.put("lag", -1);
        }
    }

    private Answer deadLetters(String path) {
        ObjectNode all = JSON.createObjectNode();
        profile.units().forEach(unit -> all.setAll((ObjectNode) read(processes(unit.name()).getFirst(), path)));
        return answer(path, all);
    }

    private static Answer answer(String path, JsonNode body) {
        return new Answer("GET " + path, 200, HttpHeaders.of(Map.of(), (name, value) -> true), body.toString());
    }
}
