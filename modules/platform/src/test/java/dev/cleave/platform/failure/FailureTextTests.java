package dev.cleave.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What H2 and the parser say of somebody's address. PostgreSQL is told to keep such details to itself. */
class FailureTextTests {

    private static final String SECRET = "ada@example.org";

    @Test
    void whatADatabaseSaysIsToldWithoutTheValues() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:failure-text");
        try (HikariDataSource store = new HikariDataSource(config)) {
            JdbcTemplate jdbc = new JdbcTemplate(store);
            jdbc.execute("CREATE TABLE person (email VARCHAR(20) CONSTRAINT one_mail UNIQUE, age INTEGER CHECK (age < 200))");
            jdbc.update("INSERT INTO person VALUES (?, 1)", SECRET);
            List<Throwable> failures = List.of(
                    catchThrowable(() -> jdbc.update("INSERT INTO person VALUES (?, 1)", SECRET)),
                    catchThrowable(() -> jdbc.update("INSERT INTO person VALUES (?, 1)", SECRET + SECRET)),
                    catchThrowable(() -> jdbc.update("INSERT INTO person VALUES ('b', ?)", SECRET)),
                    catchThrowable(() -> jdbc.batchUpdate("INSERT INTO person VALUES (?, 1)", List.<Object[]>of(
                            new Object[] {SECRET}))));
            for (Throwable failure : failures) {
                assertThat(failure).hasMessageContaining(SECRET);
                assertThat(FailureText.of(failure)).contains("SQL state 2", "error 2").doesNotContain("ada@");
                Throwable passedOn =
                        new IllegalStateException("It failed: " + failure.getMessage(), new RuntimeException(failure));
                assertThat(FailureText.of(passedOn)).startsWith("It failed: ").contains("SQL state 2").doesNotContain("ada@");
            }
            assertThat(FailureText.of(failures.getFirst())).containsIgnoringCase("one_mail");
            assertThat(FailureText.of(failures.get(1))).contains(" at EMAIL");
        }
    }

    @Test
    void whatAParserSaysIsToldWithoutTheValues() {
        Throwable failure =
                catchThrowable(() -> Json.forMessages().build().readValue("\"" + SECRET + "\"", Integer.class));
        assertThat(failure).hasMessageContaining(SECRET);
        assertThat(FailureText.of(failure)).doesNotContain("ada@");
        assertThat(FailureText.of(new RuntimeException(failure))).contains(failure.getClass().getName()).doesNotContain("ada@");
    }

    @Test
    void whatAnybodyElseSaysIsToldAsItIs() {
        assertThat(FailureText.of(new IllegalStateException("Said so", new IllegalArgumentException()))).isEqualTo("Said so");
        assertThat(FailureText.of(new IllegalStateException())).isEmpty();
    }
}
