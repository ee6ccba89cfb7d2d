package dev.cleave.deployment.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes models in the order in which they name their properties, so that the same profile gives the same text. Jackson turns
 * them into maps, and SnakeYAML writes those: with Jackson's own YAML on the class path, the HTTP interface would take it too.
 */
final class Yaml {

    private static final JsonMapper CAMEL = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final JsonMapper SNAKE =
            CAMEL.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private Yaml() {}

    /** Objects of Kubernetes, one document each. */
    static String documents(String notice, List<?> objects) {
        return "# " + notice + "\n" + String.join("---\n", objects.stream().map(object -> block(CAMEL, object)).toList());
    }

    /** A file whose keys are written like_this. */
    static String snakeCase(String notice, Object file) {
        return "# " + notice + "\n" + block(SNAKE, file);
    }

    /** The same as JSON. */
    static String json(Object file) {
        return SNAKE.writeValueAsString(file) + "\n";
    }

    /** The same as JSON on one line. */
    static String compactJson(Object value) {
        return SNAKE.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    private static String block(JsonMapper mapper, Object object) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        return new org.yaml.snakeyaml.Yaml(options).dump(mapper.convertValue(object, Object.class));
    }
}
