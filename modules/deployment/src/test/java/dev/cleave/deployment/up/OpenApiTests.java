package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTests {

    @Test
    void namesEachGroupOnceAndInTheOrderOfTheWork() {
        JsonNode whole = JsonMapper.shared().readTree(OpenApi.joined(List.of(
                """
                {"tags": [{"name": "Shipments", "description": "s"}, {"name": "Stock", "description": "t"}], "paths": {"/a": {}}}""",
                """
                {"tags": [{"name": "Orders", "description": "o"}, {"name": "Stock", "description": "t"}], "paths": {"/b": {}}}"""),
                Comparator.comparing(List.of("Stock", "Orders", "Shipments")::indexOf)));

        assertThat(whole.path("tags").valueStream().map(tag -> tag.path("name").asString("")))
                .containsExactly("Stock", "Orders", "Shipments");
        assertThat(whole.path("paths").propertyNames()).containsExactlyInAnyOrder("/a", "/b");
    }
}
