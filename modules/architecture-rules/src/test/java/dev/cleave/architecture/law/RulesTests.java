package dev.cleave.architecture.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTests {

    private final Rule own = rule("own-rule", Laws.COMMANDS_AND_EVENTS_ONLY);
    private final Rule apart = rule("rule-apart", "Apart");

    @Test
    void takesASystemsOwnRulesInAtTheirLaws() {
        Rules rules = Rules.all().and(apart, own);

        assertThat(rules.ofLaws(Laws.COMMANDS_AND_EVENTS_ONLY).list()).endsWith(own);
        assertThat(rules.list()).endsWith(apart);
    }

    @Test
    void leavesOutWhatIsNamed() {
        Rules all = Rules.all();
        assertThat(all.and(apart).without("rule-apart").list()).isEqualTo(all.list());
        assertThat(all.and(apart).ofLaws("Apart").list()).containsExactly(apart);
    }

    @Test
    void refusesNamesThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.all().without("rule-apart"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.all().ofLaws("Apart"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.all().and(apart, apart));
    }

    private static Rule rule(String id, String law) {
        return Statement.of(id, law, "A sentence", "A reason.").examinedBy(code -> Examination.of("things", 1, List.of()));
    }
}
