package dev.cleave.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTests {

    private static final String ALL = "[catalog, inventory, ordering, payment, shipping, notification]";

    @TempDir
    private Path folder;

    @Test
    void bringsThreeAlong() {
        assertThat(Profiles.names()).containsExactly("hybrid", "monolith", "split");
        assertThat(Profiles.names()).allSatisfy(name -> assertThat(Profiles.named(name).name()).isEqualTo(name));
    }

    @Test
    void knowsTheContextsOfTheProgram() {
        assertThat(Profiles.contexts())
                .containsExactly("catalog", "inventory", "notification", "ordering", "payment", "shipping");
    }

    @Test
    void theMonolithIsOneProcessOnH2() {
        Profile monolith = Profiles.named("monolith");
        assertThat(monolith.messaging()).isEqualTo(Messaging.IN_PROCESS);
        assertThat(monolith.units()).singleElement().satisfies(unit -> {
            assertThat(unit.replicas()).isEqualTo(1);
            assertThat(unit.store()).isEqualTo(Store.H2);
        });
    }

    @Test
    void theHybridScalesTheShopApartFromTheWarehouse() {
        Profile hybrid = Profiles.named("hybrid");
        assertThat(hybrid.unit("shop").orElseThrow()).satisfies(shop -> {
            assertThat(shop.contexts()).containsExactly("catalog", "ordering", "payment");
            assertThat(shop.replicas()).isEqualTo(2);
            assertThat(shop.store()).isEqualTo(Store.POSTGRESQL);
        });
        assertThat(hybrid.unitOf("inventory")).isEqualTo(hybrid.unit("warehouse"));
    }

    @Test
    void theSplitGivesEveryContextAUnitThatCanBeScaled() {
        Profile split = Profiles.named("split");
        assertThat(split.units()).hasSameSizeAs(Profiles.contexts()).allSatisfy(unit -> {
            assertThat(unit.contexts()).containsExactly(unit.name());
            assertThat(unit.store()).isEqualTo(Store.POSTGRESQL);
        });
    }

    @Test
    void readsAFileOfOnesOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "units: { all: { contexts: " + ALL + " } }");
        assertThat(Profiles.named(file.toString()).name()).isEqualTo("mine");

        Path kept = Files.createDirectory(folder.resolve("ours")).resolve("profile.yaml");
        Files.writeString(kept, "\uFEFFunits: { all: { contexts: " + ALL + " } }");
        assertThat(Profiles.named(kept.toString()).name()).isEqualTo("ours");
    }

    @ParameterizedTest
    @CsvSource({"My Cut.yaml, my-cut", "my.cut.yml, my-cut", "Läden/profile.yaml, l-den", "....yaml, profile"})
    void whatIsNamedAfterAProfileMayBeCalledSo(String file, String name) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "units: { all: { contexts: " + ALL + " } }");

        assertThat(Profiles.named(path.toString()).name()).isEqualTo(name);
    }

    @Test
    void namesTheNearestProfile() {
        assertThatThrownBy(() -> Profiles.named("hybird"))
                .hasMessage(
                        "hybird: There is no profile of this name. Did you mean hybrid? For a file of your own, give its path.");
        assertThatThrownBy(() -> Profiles.named("../monolith")).hasMessageContaining("There is no such file.");
        assertThatThrownBy(() -> Profiles.named("")).hasMessageContaining("Known are: hybrid, monolith, split.");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        assertThatThrownBy(() -> Profiles.named(folder + "/none.yaml"))
                .hasMessageStartingWith(folder + "/none.yaml: There is no such file.");
        assertThatThrownBy(() -> Profiles.named(folder + "/")).hasMessageContaining("This is a folder.");

        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(70_000));
        assertThatThrownBy(() -> Profiles.named(large.toString())).hasMessageContaining("larger than 64 KiB");

        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> Profiles.named(binary.toString())).hasMessageContaining("not text in UTF-8");

        Path faulty = Files.writeString(folder.resolve("faulty.yaml"), "units:\n  all: { contexts: [catalgo] }");
        assertThatThrownBy(() -> Profiles.named(faulty.toString()))
                .hasMessageContaining(faulty + ":2:21: There is no context \"catalgo\". Did you mean catalog?");
    }
}
