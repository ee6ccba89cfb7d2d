package dev.cleave.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** In a process of its own with a heap that really runs out, and that would live on by another thread. */
class OutOfMemoryTests {

    @ParameterizedTest
    @ValueSource(strings = {"thread", "virtual", "logged", "wrapped"})
    void aProcessWhoseMemoryHasRunOutEnds(String way) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx24m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Exhausted.class.getName(), way)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("The memory has run out", "start it anew");
        } finally {
            process.destroyForcibly();
        }
    }

    static final class Exhausted {

        public static void main(String[] way) {
            OutOfMemory.watchThreads();
            OutOfMemory.watchLog();
            Thread.ofPlatform().start(Exhausted::liveOn);
            switch (way[0]) {
                case "thread" -> Executors.newSingleThreadExecutor().execute(Exhausted::exhaust);
                case "virtual" -> Thread.ofVirtual().start(Exhausted::exhaust);
                default -> {
                    try {
                        exhaust();
                    } catch (OutOfMemoryError swallowed) {
                        LoggerFactory.getLogger(Exhausted.class).warn("A store was closed",
                                way[0].equals("logged") ? swallowed : new IllegalStateException(new IOException(swallowed)));
                    }
                }
            }
        }

        private static void exhaust() {
            List<byte[]> all = new ArrayList<>();
            while (true) {
                all.add(new byte[1024 * 1024]);
            }
        }

        private static void liveOn() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
