package dev.cleave.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.Test;

class ShareTests {

    private static final Part FIRST = new Part("shop.policy", 0);
    private static final Part SECOND = new Part("shop.policy", 1);
    private static final List<Segment> BOTH = List.of(Segment.computeSegment(0, 0, 1), Segment.computeSegment(1, 0, 1));

    private long now;
    private final Share share = new Share("here", () -> now);

    @Test
    void beforeAnythingIsDealtAllMayBeClaimedAndNothingIsGivenUp() {
        assertThat(claimable()).containsExactly(0, 1);
        assertThat(share.isOthers(FIRST)).isFalse();
    }

    @Test
    void onlyWhatIsDealtToItMayBeClaimed() {
        deal("here", "there");
        assertThat(claimable()).containsExactly(0);
        assertThat(share.isOthers(FIRST)).isFalse();
        assertThat(share.isOthers(SECOND)).isTrue();
        assertThat(share.size()).isEqualTo(1);
    }

    @Test
    void whatIsDealtToNobodyMayBeClaimed() {
        share.deal(Map.of(FIRST, "there"));
        assertThat(claimable()).containsExactly(1);
        assertThat(share.isOthers(SECOND)).isFalse();
    }

    @Test
    void whatNobodyTakesForLongIsTakenAndKeptForAWhile() {
        deal("here", "there");
        until(Share.PATIENCE, () -> assertThat(claimable()).containsExactly(0));
        assertThat(claimable()).containsExactly(0, 1);
        assertThat(share.isOthers(SECOND)).isFalse();
        pass(Share.KEPT);
        assertThat(share.isOthers(SECOND)).isTrue();
        assertThat(claimable()).containsExactly(0);
    }

    @Test
    void patienceBeginsAnewWhenSomebodyHeldThePartMeanwhile() {
        deal("here", "there");
        until(Share.PATIENCE, this::claimable);
        share.claimable("shop.policy", BOTH.subList(0, 1));
        until(Share.PATIENCE, () -> assertThat(claimable()).containsExactly(0));
    }

    @Test
    void patienceBeginsAnewWhenNobodyLookedMeanwhile() {
        deal("here", "there");
        claimable();
        pass(Share.PATIENCE.multipliedBy(3));
        assertThat(claimable()).containsExactly(0);
    }

    @Test
    void whatItTookGoesBackWhenItIsDealtAnew() {
        deal("here", "there");
        until(Share.PATIENCE, this::claimable);
        claimable();
        assertThat(share.isOthers(SECOND)).isFalse();
        deal("here", "elsewhere");
        assertThat(share.isOthers(SECOND)).isTrue();
    }

    @Test
    void whatItWasToldToTakeIsItsOwnForAWhile() {
        deal("here", "there");
        share.keep(SECOND);
        assertThat(claimable()).containsExactly(0, 1);
        assertThat(share.isOthers(SECOND)).isFalse();
    }

    private void deal(String first, String second) {
        share.deal(Map.of(FIRST, first, SECOND, second));
    }

    private List<Integer> claimable() {
        return share.claimable("shop.policy", BOTH).stream().map(Segment::getSegmentId).toList();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** Has almost so much time pass, looking every two seconds. */
    private void until(Duration time, Runnable look) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(2)) {
            look.run();
            pass(Duration.ofSeconds(2));
        }
    }
}
