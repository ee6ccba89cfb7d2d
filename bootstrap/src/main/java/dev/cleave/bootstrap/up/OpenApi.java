package dev.cleave.bootstrap.up;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The descriptions of the units' HTTP interfaces as one. */
final class OpenApi {

    private OpenApi() {}

    /** The first description, with what the others have besides; its servers are wherever it is read from. */
    static String joined(List<String> descriptions) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode whole = mapper.createObjectNode();
        descriptions.forEach(description -> add(whole, mapper.readTree(description)));
        whole.putArray("servers").addObject().put("url", "/");
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
                value.forEach(((tools.jackson.databind.node.ArrayNode) present)::add);
            }
        });
    }
}
