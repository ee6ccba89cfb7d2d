package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import org.junit.jupiter.api.Test;

class ScalesTests {

    private final Profile hybrid = Profiles.named("hybrid");

    @Test
    void letsAUnitOnPostgresBeSeveral() {
        assertThatCode(() -> Scales.check(hybrid, "shop", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Scales.check(hybrid, "warehouse", 1)).doesNotThrowAnyException();
    }

    @Test
    void refusesSeveralOfAUnitThatKeepsFilesAndSaysWhatToDo() {
        assertThatThrownBy(() -> Scales.check(hybrid, "warehouse", 2))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("set store: postgresql");
    }

    @Test
    void refusesSeveralMonoliths() {
        assertThatThrownBy(() -> Scales.check(Profiles.named("monolith"), "monolith", 2))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("messaging: axon-server");
    }

    @Test
    void refusesUnknownUnitsAndNone() {
        assertThatThrownBy(() -> Scales.check(hybrid, "shopp", 2)).hasMessageContaining("shop, warehouse, messages");
        assertThatThrownBy(() -> Scales.check(hybrid, "shop", 0)).hasMessageContaining("from 1 to 100");
    }
}
