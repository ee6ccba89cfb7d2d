package dev.cleave.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class RestartTests {

    private static final String PATH = "/api/shop/things";
    private static final String CUP =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";

    @TempDir
    private Path data;

    @Test
    void givesTheSameAnswerAfterARestart() {
        Reply before;
        try (ConfigurableApplicationContext room = start()) {
            before = caller(room).post(PATH, CUP, "Idempotency-Key", "k");
            assertThat(before.status()).isEqualTo(201);
        }
        try (ConfigurableApplicationContext room = start()) {
            Reply after = caller(room).post(PATH, CUP, "Idempotency-Key", "k");
            assertThat(after.status()).isEqualTo(201);
            assertThat(after.body()).isEqualTo(before.body());
            assertThat(after.header("Location")).isEqualTo(before.header("Location"));
            assertThat(after.header("Content-Type")).isEqualTo(before.header("Content-Type"));
            assertThat(room.getBean(Bench.class).created).isEmpty();
            assertThat(caller(room).post(PATH, CUP.replace("cup", "mug"), "Idempotency-Key", "k").status()).isEqualTo(422);
        }
    }

    @Test
    void takesOverAtOnceWhatADeadProcessHadBegun() {
        List<String> before;
        try (ConfigurableApplicationContext room = start()) {
            caller(room).post(PATH, CUP, "Idempotency-Key", "k");
            before = List.copyOf(room.getBean(Bench.class).created);
            room.getBean(DataStores.class)
                    .ofContext("shop")
                    .jdbc()
                    .sql("UPDATE idempotent_request SET status = NULL, claimed_until = ?")
                    .param(OffsetDateTime.now().plusSeconds(29))
                    .update();
        }
        try (ConfigurableApplicationContext room = start()) {
            assertThat(caller(room).post(PATH, CUP, "Idempotency-Key", "k").status()).isEqualTo(201);
            assertThat(room.getBean(Bench.class).created).isEqualTo(before);
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnlyAndSaysSo(CapturedOutput log) {
        try (ConfigurableApplicationContext room = start()) {
            assertThat(room.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        }
        assertThat(log).contains("Listening on 127.0.0.1:").contains("there is no sign-in yet").contains("cleave.web.listen");
    }

    @Test
    void listensElsewhereWhenTold(CapturedOutput log) {
        start("--cleave.web.listen=0.0.0.0").close();
        assertThat(log).contains("Listening on all addresses, port ").contains("without sign-in");
    }

    @Test
    void refusesWhatIsTooMuchAtOnce() throws Exception {
        try (ConfigurableApplicationContext room = start("--cleave.web.max-concurrent-requests=2")) {
            Bench bench = room.getBean(Bench.class);
            var finish = new CountDownLatch(1);
            var working = new CountDownLatch(2);
            bench.handler = () -> {
                working.countDown();
                try {
                    return finish.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            };
            HttpCaller http = caller(room);
            var one = http.postLater(PATH, CUP);
            var two = http.postLater(PATH, CUP);
            assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();

            Reply third = http.get(PATH);
            assertThat(third.status()).isEqualTo(503);
            assertThat(third.json().get("code").stringValue()).isEqualTo("overloaded");
            assertThat(third.header("Retry-After")).isEqualTo("1");

            finish.countDown();
            assertThat(one.join().status()).isEqualTo(201);
            assertThat(two.join().status()).isEqualTo(201);
            assertThat(http.get(PATH).status()).isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext start(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "--server.port=0";
        all[1] = "--cleave.data-directory=" + data;
        return new SpringApplicationBuilder(HttpRoom.class).run(all);
    }

    private static HttpCaller caller(ConfigurableApplicationContext room) {
        return new HttpCaller(room.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
