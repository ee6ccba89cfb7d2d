package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ChildTests {

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    void tellsTheIdOfTheCommandAndWhatItSays() throws IOException {
        Child child = start("echo I am $$; echo and this to stderr >&2; exit 7");

        assertThat(child.end().orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(7);
        assertThat(said).containsExactly("I am " + child.pid(), "and this to stderr");
    }

    @Test
    void stopsTheCommandWhenItLetsGo() throws IOException {
        Child child = start("trap 'echo stopping; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        awaitSaid("ready");

        child.stop();

        assertThat(child.isAlive()).isFalse();
        assertThat(said).contains("stopping");
    }

    @Test
    void stopsByForceWhatDoesNotStop() throws IOException {
        Child child = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        awaitSaid("ready");
        long pid = child.pid();

        child.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void keepsCtrlCFromTheCommand() throws IOException {
        Child child = start("kill -INT $$; kill -HUP $$; echo still here");

        assertThat(child.end().orTimeout(20, TimeUnit.SECONDS).join()).isZero();
        assertThat(said).containsExactly("still here");
    }

    @Test
    void stopsTheCommandWhenWhoeverStartedItIsKilled() throws IOException, InterruptedException {
        Process starter = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Starter.class.getName())
                .redirectErrorStream(true)
                .start();
        String line = starter.inputReader().readLine();
        assertThat(line).startsWith("pid ");
        ProcessHandle command = ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();

        starter.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !command.isAlive());
    }

    /** Starts a command, says its id, and waits to be killed. */
    static final class Starter {

        public static void main(String[] args) throws IOException, InterruptedException {
            Child child = Child.start(plan("while :; do sleep 0.1; done"), line -> {});
            Awaitility.await().until(() -> child.pid() > 0);
            System.out.println("pid " + child.pid());
            Thread.currentThread().join();
        }
    }

    private void awaitSaid(String line) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> said.contains(line));
    }

    private Child start(String script) throws IOException {
        return Child.start(plan(script), said::add);
    }

    private static Child.Plan plan(String script) {
        return new Child.Plan(List.of("sh", "-c", script), Map.of(), null, Child.StopSignal.TERM, Duration.ofSeconds(2));
    }
}
