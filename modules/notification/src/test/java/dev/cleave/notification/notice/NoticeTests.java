package dev.cleave.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.Fact;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeKept;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.MailStoreFixture;
import dev.cleave.notification.notice.steps.NoticePostponed;
import dev.cleave.notification.notice.steps.PostponeNotice;
import dev.cleave.notification.notice.steps.RecordNoticeDropped;
import dev.cleave.notification.notice.steps.RecordNoticeSent;
import dev.cleave.notification.notice.steps.RetryNotice;
import dev.cleave.platform.failure.Refusal;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class NoticeTests {

    private static final NoticeId NOTICE = new NoticeId("4711-refund-1");
    private static final ContactId ADA = new ContactId("ada");
    private static final Map<String, String> FACTS = Map.of(Fact.AMOUNT, "12.50 GBP");

    private static final TellCustomer TELL =
            new TellCustomer(NOTICE, ADA, "Ada L.", "ada@example.org", Occasion.REFUNDED, "4711", FACTS);
    private static final RecordNoticeSent RECORD_SENT = new RecordNoticeSent(NOTICE);
    private static final RecordNoticeDropped RECORD_DROPPED = new RecordNoticeDropped(NOTICE, "erased");
    private static final PostponeNotice POSTPONE = new PostponeNotice(NOTICE, 1, "mail-server-not-reached");
    private static final RetryNotice RETRY = new RetryNotice(NOTICE);

    private static final NoticeRequested REQUESTED = requested(1);
    private static final NoticePostponed POSTPONED = new NoticePostponed(NOTICE, "4711", 1, "mail-server-not-reached");
    private static final NoticeSent SENT = new NoticeSent(NOTICE, "4711");
    private static final NoticeKept KEPT = new NoticeKept(NOTICE, "4711");
    private static final NoticeDropped DROPPED = new NoticeDropped(NOTICE, "4711", "erased");

    private final MailStoreFixture store = new MailStoreFixture(true);
    private final AggregateTestFixture<Notice> fixture = new AggregateTestFixture<>(Notice.class);

    NoticeTests() {
        fixture.registerAnnotatedCommandHandler(new Telling(fixture.getRepository(), store.outbox()));
    }

    @Test
    void asksForTheMailAndWritesItApart() {
        fixture.givenNoPriorActivity().when(TELL).expectEvents(REQUESTED);

        assertThat(store.mails()).isOne();
    }

    @Test
    void isKeptAtOnceWhereThereIsNoMailServer() {
        MailStoreFixture kept = new MailStoreFixture(false);
        AggregateTestFixture<Notice> alone = new AggregateTestFixture<>(Notice.class);
        alone.registerAnnotatedCommandHandler(new Telling(alone.getRepository(), kept.outbox()));

        alone.givenNoPriorActivity().when(TELL).expectEvents(KEPT);

        assertThat(kept.mails()).isOne();
    }

    @Test
    void isDroppedAtOnceForAContactWhoHasBeenErased() {
        store.erase(ADA);

        fixture.givenNoPriorActivity().when(TELL).expectEvents(DROPPED);

        assertThat(store.mails()).isZero();
    }

    @Test
    void takesTheSameOccasionCalmlyInEveryState() {
        for (List<Object> history : List.<List<Object>>of(
                List.of(REQUESTED), List.of(REQUESTED, POSTPONED), List.of(REQUESTED, SENT),
                List.of(REQUESTED, DROPPED), List.of(KEPT), List.of(DROPPED))) {
            fixture.given(history).when(TELL).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        assertThat(store.mails()).isZero();
    }

    @Test
    void isSent() {
        given(REQUESTED).on(RECORD_SENT).expectEvents(SENT);
        given(REQUESTED, POSTPONED, requested(2)).on(RECORD_SENT).expectEvents(SENT);
    }

    @Test
    void isDropped() {
        given(REQUESTED).on(RECORD_DROPPED).expectEvents(DROPPED);
        given(REQUESTED, POSTPONED, requested(2)).on(RECORD_DROPPED).expectEvents(DROPPED);
    }

    @Test
    void takesAReportThatOvertookThePauseEnd() {
        given(REQUESTED, POSTPONED).on(RECORD_SENT).expectEvents(SENT);
        given(REQUESTED, POSTPONED).on(RECORD_DROPPED).expectEvents(DROPPED);
    }

    @Test
    void isPostponedOncePerAttempt() {
        given(REQUESTED).on(POSTPONE).expectEvents(POSTPONED);
        calmly(given(REQUESTED, POSTPONED).on(POSTPONE));
        calmly(given(REQUESTED, POSTPONED, requested(2)).on(POSTPONE));
        given(REQUESTED, POSTPONED, requested(2)).on(new PostponeNotice(NOTICE, 2, "mail-server-says-451"))
                .expectEvents(new NoticePostponed(NOTICE, "4711", 2, "mail-server-says-451"));
    }

    @Test
    void isAskedForAgainWhenThePauseIsOver() {
        given(REQUESTED, POSTPONED).on(RETRY).expectEvents(requested(2));
        calmly(given(REQUESTED, POSTPONED, requested(2)).on(RETRY));
        calmly(given(REQUESTED).on(RETRY));
    }

    @Test
    void hasOneEnd() {
        for (Object late : List.of(RECORD_SENT, RECORD_DROPPED, POSTPONE, RETRY)) {
            calmly(given(REQUESTED, SENT).on(late));
            calmly(given(REQUESTED, DROPPED).on(late));
            calmly(given(KEPT).on(late));
            calmly(given(DROPPED).on(late));
        }
    }

    @Test
    void isUnknownUntilSomebodyAsksForIt() {
        for (Object early : List.of(RECORD_SENT, RECORD_DROPPED, POSTPONE, RETRY)) {
            fixture.givenNoPriorActivity().when(early).expectException(Refusal.class).expectNoEvents();
        }
    }

    private interface When {
        ResultValidator<Notice> on(Object command);
    }

    private When given(Object... events) {
        return command -> fixture.given(events).when(command);
    }

    private static void calmly(ResultValidator<Notice> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static NoticeRequested requested(int attempt) {
        return new NoticeRequested(NOTICE, ADA, Occasion.REFUNDED, "4711", FACTS, attempt);
    }
}
