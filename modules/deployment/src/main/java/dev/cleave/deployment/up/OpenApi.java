package dev.cleave.deployment.up;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The descriptions of the units' HTTP interfaces as one. */
final class OpenApi {

    private OpenApi() {}

    /**
     * The first description, with what the others have besides; its servers are wherever it is read from.
     *
     * @param groups the order of the groups of resources, by their names
     */
    static String joined(List<String> descriptions, Comparator<String> groups) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode whole = mapper.createObjectNode();
        descriptions.forEach(description -> add(whole, mapper.readTree(description)));
        whole.putArray("servers").addObject().put("url", "/");
        if (whole.get("tags") instanceof ArrayNode tags) {
            whole.putArray("tags").addAll(tags.valueStream()
                    .sorted(Comparator.comparing(tag -> tag.path("name").asString(""), groups))
                    .toList());
        }
        return mapper.writeValueAsString(whole);
    }

    private static void add(ObjectNode whole, JsonNode part) {
        part.forEachEntry((name, value) -> {
            JsonNode present = whole.get(name);
            if (present == null) {
                whole.set(name, value.deepCopy());
            } else if (present instanceof ObjectNode inner && value.isObject()) {
                add(inner, value);
            } else if (present.isArray() && value.isArray() && name.equals("tags")) {
                value.forEach(tag -> {
                    if (present.valueStream().noneMatch(tag::equals)) {
                        ((ArrayNode) present).add(tag);
                    }
                });
            }
        });
    }
}
