package dev.cleave.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.Outbox.Entry;
import dev.cleave.notification.mail.Sendings.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SendingsTests {

    private static final NoticeId NOTICE = new NoticeId("4711-confirmed");
    private static final ContactId ADA = new ContactId("ada");

    private final MailStoreFixture store = new MailStoreFixture(true);
    private final Sendings sendings = store.sendings();

    @Test
    void grantsAMailOnce() {
        keep();

        assertThat(sendings.claim(attempt(1), true)).isInstanceOf(Claim.Granted.class);
        sendings.sent(NOTICE);

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Done());
    }

    @Test
    void doesNotGrantAMailAgainWhoseOutcomeIsLost() {
        keep();
        sendings.claim(attempt(1), true);

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Dropped("outcome-unknown"));
        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Dropped("outcome-unknown"));
    }

    @Test
    void staysWithAnOutcomeThatWasGivenUpWhenTheSenderComesBackLate() {
        keep();
        sendings.claim(attempt(1), true);
        sendings.claim(attempt(1), true);

        sendings.sent(NOTICE);

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Dropped("outcome-unknown"));
    }

    @Test
    void grantsTheNextAttemptAfterOneThatWasCertainlyInVain() {
        keep();
        sendings.claim(attempt(1), true);
        sendings.postponed(NOTICE, "mail-server-not-reached");

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Postponed(1, "mail-server-not-reached"));
        assertThat(sendings.claim(attempt(2), true)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void grantsAMailToOneOfManyWhoWantIt() throws Exception {
        keep();
        List<Callable<Claim>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            work.add(() -> sendings.claim(attempt(1), true));
        }

        List<Claim> claims = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (Future<Claim> claim : executor.invokeAll(work)) {
                claims.add(claim.get());
            }
        }

        assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    }

    @Test
    void keepsAMailWhereThereIsNoServer() {
        keep();

        assertThat(sendings.claim(attempt(1), false)).isEqualTo(new Claim.Done());
        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Done());
        assertThat(store.mails()).isOne();
    }

    @Test
    void leavesAMailAsItIsWhenItIsAskedForOnceMore() {
        keep();
        sendings.claim(attempt(1), true);

        keep();

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Dropped("outcome-unknown"));
        assertThat(store.mails()).isOne();
    }

    @Test
    void dropsAMailToAnErasedContact() {
        keep();
        store.erase(ADA);

        assertThat(sendings.claim(attempt(1), true)).isEqualTo(new Claim.Dropped("erased"));
        assertThat(store.mails()).isZero();
    }

    @Test
    void dropsAPostponedMailToAnErasedContact() {
        keep();
        sendings.claim(attempt(1), true);
        sendings.postponed(NOTICE, "mail-server-not-reached");

        store.erase(ADA);

        assertThat(store.mails()).isZero();
        assertThat(sendings.claim(attempt(2), true)).isEqualTo(new Claim.Dropped("erased"));
    }

    @Test
    void takesNoMailForAnErasedContact() {
        store.erase(ADA);

        assertThat(keep()).isEqualTo(new Entry.Dropped("erased"));
        assertThat(store.mails()).isZero();
    }

    @Test
    void writesAMailToAnAddressThatIsNoneAsDropped() {
        assertThat(store.outbox().enter(told("nowhere"))).isEqualTo(new Entry.Dropped("address-not-valid"));
        assertThat(store.mails()).isEqualTo(1);
    }

    @Test
    void tellsAKeptMailFromOneThatWaits() {
        assertThat(keep()).isEqualTo(new Entry.Waiting());
        assertThat(new MailStoreFixture(false).outbox().enter(told("ada@example.org"))).isEqualTo(new Entry.Kept());
    }

    private Entry keep() {
        return store.outbox().enter(told("ada@example.org"));
    }

    private static TellCustomer told(String email) {
        return new TellCustomer(NOTICE, ADA, "Ada L.", email, Occasion.CONFIRMED, "4711", Map.of());
    }

    private static NoticeRequested attempt(int attempt) {
        return new NoticeRequested(NOTICE, ADA, Occasion.CONFIRMED, "4711", Map.of(), attempt);
    }
}
