package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.cleave.platform.telemetry.CleanStackTraces;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.mock.env.MockEnvironment;

/** One event, one line, whatever the text of others holds. */
class LogLinesTests {

    private final LoggerContext logging = new LoggerContext();
    private final Logger logger = logging.getLogger("some.Logger");
    private MockEnvironment environment;

    @BeforeEach
    void defaults() {
        logging.setMDCAdapter(new LogbackMDCAdapter());
        environment = new MockEnvironment();
        new PlatformDefaults().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void aMessageIsOneLineWhateverItHolds() {
        for (String pattern : List.of("logging.pattern.console", "logging.pattern.file")) {
            String lines = written(pattern, "Refused a\r\n2026-01-01 INFO forged\n\u001b[2Jb\u0007\u2028c\r\rd\n", null);
            assertThat(lines.lines()).hasSize(1);
            assertThat(lines).contains("Refused a\\n2026-01-01 INFO forged\\n?[2Jb??c\\nd\\n").endsWith(System.lineSeparator());
        }
    }

    @Test
    void whatAnExceptionSaysIsIndented() {
        String lines = written("logging.pattern.console", "Failed", new IllegalStateException(
                "no\r\n2026-01-01 INFO forged\n\nERROR forged", new IllegalArgumentException("a\nforged\u001b[2J")));
        assertThat(lines.lines().skip(1).filter(line -> !line.isEmpty()))
                .allMatch(line -> line.startsWith("  | ") || line.startsWith("\t") || line.startsWith("java.lang.Illegal"));
        assertThat(lines).contains("\tat ", "Caused by: ").doesNotContain("\u001b[2J");
    }

    @Test
    void theExplanationOfAFailedStartKeepsItsLines() {
        String explanation =
                "\n\n***************************\nAPPLICATION FAILED TO START\n***************************\n\nBecause.\n";
        assertThat(written("logging.pattern.console", explanation, null)).contains(explanation);
    }

    /** Whoever logs it: Axon and the connection pool do so too. */
    @Test
    void whatADatabaseRepeatsIsInNoLog() throws IOException {
        Exception mishap = new IllegalStateException("Not stored: no place for 'ada@example.org'", new SQLException(
                "no place for 'ada@example.org'", "22001", 22001));
        String forPeople = written("logging.pattern.console", "Failed", mishap);
        StringBuilder forMachines = new StringBuilder();
        new CleanStackTraces().printStackTrace(mishap, forMachines);
        for (String log : List.of(forPeople, forMachines.toString())) {
            assertThat(log).contains("Not stored: SQL state 22001, error 22001", "SQLException", "LogLinesTests")
                    .doesNotContain("ada@");
        }
        assertThat(environment.getProperty("logging.structured.json.stacktrace.printer"))
                .isEqualTo(CleanStackTraces.class.getName());
    }

    private String written(String pattern, String message, @Nullable Throwable mishap) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(logging);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.setPattern(environment.getRequiredProperty(pattern));
        layout.start();
        return layout.doLayout(new LoggingEvent("", logger, Level.INFO, message, mishap, null));
    }
}
