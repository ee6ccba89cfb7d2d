package dev.cleave.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLineInterfaceTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsWithoutACommandAndPassesSpringsOptionsOn() {
        assertThat(Cleave.toRun()).isEmpty();
        assertThat(Cleave.toRun("--server.port=0", "--debug")).containsExactly("--server.port=0", "--debug");
        assertThat(Cleave.toRun("run", "--server.port=0")).containsExactly("--server.port=0");
    }

    @Test
    void doesNotRunForOtherCommandsNorForHelp() {
        assertThat(Cleave.toRun("trade", "--sample")).isNull();
        assertThat(Cleave.toRun("--help")).isNull();
        assertThat(Cleave.toRun("-V")).isNull();
        assertThat(Cleave.toRun("run", "--help")).isNull();
        assertThat(Cleave.toRun("walk")).isNull();
    }

    @Test
    void namesTheNearestCommandForAnUnknownOne() {
        assertThat(execute("trad")).isEqualTo(2);
        assertThat(err.toString()).contains("'trad'").contains("trade").doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithACommandWithoutRepeatingAllItsOptions() {
        assertThat(execute("trade", "no-such-file.csv")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(
                "there is no file no-such-file.csv", "What can be given: cleave help trade");
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("run", "trade");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(execute("trade", "--help")).isZero();
        assertThat(out.toString()).contains("--rate=N|max", "--sample");
        assertThat(execute("run", "--help")).isZero();
        assertThat(out.toString()).contains("--server.port");
    }

    private int execute(String... arguments) {
        return CommandLineInterface.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
