package dev.cleave.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "cleave.data-directory=target/open-api-tests/${random.uuid}")
@ImportAutoConfiguration({
    SpringDocConfigProperties.class,
    SpringDocConfiguration.class,
    SpringDocWebMvcConfiguration.class,
    OpenApiConfiguration.class
})
class OpenApiTests {

    @Test
    void describesProblemsKeysPagesIdentifiersAndMoney(@LocalServerPort int port) {
        JsonNode api = new HttpCaller(port).get("/v3/api-docs").json();

        JsonNode post = api.at("/paths/~1api~1shop~1things/post");
        assertThat(post.at("/responses/default/content/application~1problem+json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/components/schemas/Problem/properties/code/type").stringValue()).isEqualTo("string");
        assertThat(post.at("/parameters/0/name").stringValue()).isEqualTo("Idempotency-Key");
        assertThat(post.at("/parameters/0/in").stringValue()).isEqualTo("header");

        JsonNode body = api.at("/components/schemas/NewThing/properties");
        assertThat(body.at("/price/$ref").stringValue()).isEqualTo("#/components/schemas/Money");
        assertThat(api.at("/components/schemas/Money/properties/amount/type").stringValue()).isEqualTo("string");
        assertThat(api.at("/components/schemas/Line/properties/thing/type").stringValue()).isEqualTo("string");

        JsonNode list = api.at("/paths/~1api~1shop~1things/get/parameters");
        assertThat(list.valueStream().map(parameter -> parameter.get("name").stringValue()))
                .containsExactlyInAnyOrder("after", "limit", "like", "price", "step");
        assertThat(list.valueStream()
                .filter(parameter -> parameter.get("name").stringValue().equals("price"))
                .map(parameter -> parameter.at("/schema/type").stringValue()))
                .containsExactly("string");
        assertThat(api.at("/paths/~1api~1shop~1things~1{thing}/get/parameters/0/schema/type").stringValue()).isEqualTo("string");
    }
}
