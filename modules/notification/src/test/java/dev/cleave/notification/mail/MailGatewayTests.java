package dev.cleave.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.notice.steps.NoticePostponed;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.test.ContextTest;
import dev.cleave.platform.test.RawStores;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Notification with a mail server that comes and goes. */
@ContextTest({
    "cleave.notification.from=shop@example.org",
    "cleave.notification.first-pause=200ms",
    "cleave.notification.longest-pause=400ms",
    "cleave.notification.attempts=40",
    "cleave.waits.interval=50ms"
})
class MailGatewayTests {

    private static final int PORT = freePort();
    private static final String NAME = "Ottoline Quisling";

    private GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Commands commands;

    @Autowired
    private MailGateway gateway;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Sendings sendings;

    @Autowired
    private EventStore events;

    @Autowired
    private DataStores stores;

    private final String order = UUID.randomUUID().toString();
    private final NoticeId notice = new NoticeId(order + ":confirmed");
    private final ContactId customer = new ContactId(UUID.randomUUID().toString());

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsAMailOnceAndReportsIt() throws Exception {
        server.start();

        tell();

        awaitEvent(NoticeSent.class);
        assertThat(received()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).singleElement()
                    .hasToString("Ottoline Quisling <" + order + "@brobdingnag.example>");
            assertThat(mail.getSubject()).isEqualTo("Your order " + order + " is confirmed");
        });
    }

    @Test
    void sendsNothingAgainHoweverOftenTheEventComes() throws Exception {
        server.start();
        tell();
        awaitEvent(NoticeSent.class);

        handleAgainManyTimesAtOnce(requested());

        assertThat(received()).hasSize(1);
        assertThat(happened()).containsExactly(NoticeRequested.class, NoticeSent.class);
    }

    @Test
    void sendsAMailOnceWhenTheServerComesBack() throws Exception {
        tell();
        awaitEvent(NoticePostponed.class);
        NoticeId other = new NoticeId(order + ":cancelled");
        commands.require(new TellCustomer(other, customer, NAME, address(), Occasion.CANCELLED, order, Map.of()));
        handleAgainManyTimesAtOnce(requested());

        server.start();

        awaitEvent(NoticeSent.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> received().size() == 2);
        handleAgainManyTimesAtOnce(requested());
        assertThat(received()).extracting(MimeMessage::getSubject).containsExactlyInAnyOrder(
                "Your order " + order + " is confirmed", "Your order " + order + " is cancelled");
        assertThat(happened()).endsWith(NoticePostponed.class, NoticeRequested.class, NoticeSent.class);
        assertThat(new RawStores(stores).rowsWith(order)).noneMatch(row -> row.contains("dead_letter"));
    }

    @Test
    void doesNotSendWhatMayHaveGoneOutBeforeACrash() {
        server.start();
        NoticeRequested lost = new NoticeRequested(notice, customer, Occasion.CONFIRMED, order, Map.of(), 1);
        TellCustomer tell = new TellCustomer(notice, customer, NAME, address(), Occasion.CONFIRMED, order, Map.of());
        outbox.enter(tell);
        assertThat(sendings.claim(lost, true)).isInstanceOf(Sendings.Claim.Granted.class);

        commands.require(tell);

        awaitEvent(NoticeDropped.class);
        assertThat(dropReason()).isEqualTo("outcome-unknown");
        assertThat(sendings.claim(lost, true)).isEqualTo(new Sendings.Claim.Dropped("outcome-unknown"));
        assertThat(received()).isEmpty();
        assertThat(new RawStores(stores).rowsWith(address())).allMatch(row -> row.startsWith("notification.mail:"));
    }

    @Test
    void dropsAMailThatTheServerRefusesForGood() throws Exception {
        try (ScriptedMailServer refusing = new ScriptedMailServer(PORT, Map.of("RCPT", "550 no such user " + address()))) {
            assertThat(refusing.port()).isEqualTo(PORT);

            tell();

            awaitEvent(NoticeDropped.class);
        }
        assertThat(dropReason()).isEqualTo("mail-server-says-550");
        assertThat(new RawStores(stores).rowsWith(address())).allMatch(row -> row.startsWith("notification.mail:"));
    }

    @Test
    void dropsAPendingMailToAnErasedContact() {
        tell();
        awaitEvent(NoticePostponed.class);

        commands.require(new EraseContact(customer));

        assertThat(new RawStores(stores).rowsWith(address())).isEmpty();
        awaitEvent(NoticeDropped.class);
        assertThat(dropReason()).isEqualTo("erased");
        server.start();
        assertThat(new RawStores(stores).rowsWith(address())).isEmpty();
        assertThat(received()).isEmpty();
    }

    private void tell() {
        commands.require(new TellCustomer(notice, customer, NAME, address(), Occasion.CONFIRMED, order, Map.of()));
    }

    private String address() {
        return order + "@brobdingnag.example";
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages()).filter(this::ours).toList();
    }

    private boolean ours(MimeMessage mail) {
        try {
            return mail.getSubject().contains(order);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<? extends Message<?>> history() {
        return events.readEvents(notice.toString()).asStream().toList();
    }

    private List<Class<?>> happened() {
        return history().stream().<Class<?>>map(Message::getPayloadType).toList();
    }

    private String dropReason() {
        return ((NoticeDropped) history().getLast().getPayload()).reason();
    }

    private NoticeRequested requested() {
        return (NoticeRequested) history().getFirst().getPayload();
    }

    private void awaitEvent(Class<?> event) {
        await().atMost(Duration.ofSeconds(20)).until(() -> happened().contains(event));
    }

    private void handleAgainManyTimesAtOnce(NoticeRequested event) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                gateway.on(event);
                return null;
            });
        }
        try (var executor = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
