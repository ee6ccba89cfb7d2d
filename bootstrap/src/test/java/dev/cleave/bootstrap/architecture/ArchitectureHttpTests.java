package dev.cleave.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.cleave.bootstrap.Cleave;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the running program shows of its architecture. */
@SpringBootTest(
        classes = Cleave.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "cleave.data-directory=target/architecture-http-tests/${random.uuid}")
class ArchitectureHttpTests {

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext program;

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void showsTheReportsPage() {
        String page = http.get().uri("/architecture")
                .exchange()
                .expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class).returnResult().getResponseBody();
        assertThat(page).contains("Cleave", "ReserveStock", "</html>");
    }

    @Test
    void showsThePageOnItsOwnMachineOnly() throws Exception {
        MockMvcBuilders.webAppContextSetup(program)
                .build()
                .perform(get("/architecture").with(request -> {
                    request.setRemoteAddr("203.0.113.7");
                    return request;
                }))
                .andExpect(status().isForbidden());
    }

    @Test
    void tellsContextsMessagesAndWhereTheyAre() {
        http.get().uri("/actuator/architecture")
                .exchange()
                .expectStatus().isOk()
                .expectBody()
                .jsonPath("$.system").isEqualTo("Cleave")
                .jsonPath("$.contexts[?(@.name == 'ordering')].here").isEqualTo(true)
                .jsonPath("$.messages[?(@.type == 'dev.cleave.inventory.api.ReserveStock')].to").isEqualTo("inventory")
                .jsonPath("$.messages[?(@.type == 'dev.cleave.inventory.api.ReserveStock')].way").isEqualTo("local");
        http.get().uri("/actuator/architecture/ordering")
                .exchange()
                .expectStatus().isOk()
                .expectBody()
                .jsonPath("$.context.name").isEqualTo("ordering")
                .jsonPath("$.messages[?(@.type == 'dev.cleave.ordering.api.OrderPlaced')].revision").isEqualTo("1");
        http.get().uri("/actuator/architecture/bakery").exchange().expectStatus().isNotFound();
    }
}
