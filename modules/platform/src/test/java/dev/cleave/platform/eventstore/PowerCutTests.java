package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStoreProperties.Durability;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.TestDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** What the files say after a power cut in the midst of writing: of each, what was forced, or more. */
class PowerCutTests {

    private static final int CUTS = 4;
    private static final Predicate<String> EVENTS = "events.mv.db"::equals;

    @TempDir
    Path folder;

    private final TestDisk disk = TestDisk.named("powercut");

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void noEventIsThereWithoutWhatBelongsToItWhateverElseTheDiskHad() {
        for (Left left : cutThePower(Durability.POWER_CUT, EVENTS.negate())) {
            assertThat(left.events()).isNotEmpty();
            assertThat(left.addresses()).containsAll(left.events());
        }
    }

    @Test
    void whatCallersWereToldIsThere() {
        for (Left left : cutThePower(Durability.POWER_CUT, file -> true)) {
            assertThat(left.events()).containsAll(left.acknowledged());
            assertThat(left.addresses()).containsAll(left.events());
        }
    }

    @Test
    void norIsAnEventForcedToTheDiskBeforeWhatBelongsToItWhereCommitsAreNotForced() {
        for (Left left : cutThePower(Durability.PROCESS_END, file -> true)) {
            assertThat(left.addresses()).containsAll(left.events());
        }
    }

    /** @param acknowledged whose events were acknowledged before the cut */
    private record Left(Set<String> acknowledged, Set<String> events, Set<String> addresses) {}

    private List<Left> cutThePower(Durability durability, Predicate<String> onlyForced) {
        List<Left> left = new ArrayList<>();
        List<Set<String>> acknowledgedBefore = new ArrayList<>();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (DataStores stores = stores(durability, disk.url(folder));
                OpenStore events = OpenStore.open(stores)) {
            DataStore shop = shop(stores);
            List<Thread> customers = new ArrayList<>();
            boolean[] stop = {false};
            for (int i = 0; i < 4; i++) {
                customers.add(Thread.ofPlatform().start(() -> {
                    while (!stop[0]) {
                        String order = UUID.randomUUID().toString();
                        shop.jdbc().sql("INSERT INTO address VALUES (?)").param(order).update();
                        events.commit(counted(order, 0));
                        acknowledged.add(order);
                    }
                }));
            }
            for (int cut = 0; cut < CUTS; cut++) {
                int before = acknowledged.size();
                // It takes a second until files are forced where commits are not.
                await().pollDelay(Duration.ofMillis(cut == 0 ? 1_500 : 130)).until(() -> acknowledged.size() > before);
                acknowledgedBefore.add(new HashSet<>(acknowledged));
                disk.powerCut(folder.resolve("cut" + cut), onlyForced);
            }
            stop[0] = true;
            customers.forEach(PowerCutTests::join);
        }
        for (int cut = 0; cut < CUTS; cut++) {
            Path copy = folder.resolve("cut" + cut);
            try (DataStores stores = stores(durability, "jdbc:h2:file:" + copy + "/{name};DB_CLOSE_ON_EXIT=FALSE");
                    OpenStore events = OpenStore.open(stores)) {
                Set<String> stored = new HashSet<>();
                events.all().forEach(event -> stored.add(((DomainEventMessage<?>) event).getAggregateIdentifier()));
                left.add(new Left(
                        acknowledgedBefore.get(cut), stored,
                        Set.copyOf(shop(stores).jdbc().sql("SELECT street FROM address").query(String.class).list())));
            }
        }
        return left;
    }

    private static DataStore shop(DataStores stores) {
        DataStore shop = stores.open("shop", "db/platform");
        shop.jdbc().sql("CREATE TABLE IF NOT EXISTS address (street VARCHAR PRIMARY KEY)").update();
        return shop;
    }

    private static DataStores stores(Durability durability, String url) {
        return new DataStores(
                new DataStoreProperties(Path.of("unused"), durability,
                        new DataStoreProperties.Store(url, null, null, null, 8, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), PowerCutTests.class.getClassLoader()));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
