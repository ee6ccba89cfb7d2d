package dev.cleave.bootstrap.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes models in the order in which they name their properties, so that the same profile gives the same text. */
final class Yaml {

    private static final YAMLMapper CAMEL = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final YAMLMapper SNAKE =
            CAMEL.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private Yaml() {}

    /** Objects of Kubernetes, one document each. */
    static String documents(String notice, List<?> objects) {
        return "# " + notice + "\n" + String.join("---\n", objects.stream().map(CAMEL::writeValueAsString).toList());
    }

    /** A file whose keys are written like_this. */
    static String snakeCase(String notice, Object file) {
        return "# " + notice + "\n" + SNAKE.writeValueAsString(file);
    }

    static String json(Object file) {
        return JSON.writeValueAsString(file) + "\n";
    }
}
