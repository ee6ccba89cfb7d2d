package dev.cleave.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Gateway;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PostmanTests {

    private static final NoticeId NOTICE = new NoticeId("4711:confirmed");
    private static final Letter LETTER = new Letter("Ada L.", "ada@example.org", "Your order 4711", "Hello Ada L.,\n");

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void sendsPlainTextUnderAStableMessageId() throws Exception {
        assertThat(postman(MAIL.getSmtp().getPort()).deliver(NOTICE, LETTER)).isEqualTo(new Delivery.Taken());
        assertThat(postman(MAIL.getSmtp().getPort()).deliver(NOTICE, LETTER)).isEqualTo(new Delivery.Taken());

        MimeMessage[] received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("Your order 4711");
        assertThat(received[0].getFrom()[0]).hasToString("shop@example.org");
        assertThat(received[0].getAllRecipients()).singleElement().hasToString("\"Ada L.\" <ada@example.org>");
        assertThat(received[0].getContentType()).startsWith("text/plain");
        assertThat(GreenMailUtil.getBody(received[0])).contains("Hello Ada L.,");
        assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@example.org>").isEqualTo(received[1].getMessageID());
        assertThat(postman(1).messageId(new NoticeId("4712:confirmed"))).isNotEqualTo(received[0].getMessageID());
    }

    @Test
    void sendsNamesOfAllAlphabets() throws Exception {
        postman(MAIL.getSmtp().getPort()).deliver(NOTICE, new Letter("Žofie \"Z\" 李, <x>", "ada@example.org", "s", "t"));

        assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()).singleElement()
                .satisfies(to -> assertThat(((InternetAddress) to).getAddress()).isEqualTo("ada@example.org"))
                .satisfies(to -> assertThat(((InternetAddress) to).getPersonal())
                        .isEqualTo("Žofie \"Z\" 李, <x>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: eve@example.org\r\nX-Made-Up: yes\r\n\r\n", "\nBcc: eve@example.org", "\rX-Made-Up: yes"})
    void letsNoNameBecomeAHeader(String injection) throws Exception {
        var notice = new TellCustomer(
                NOTICE, new ContactId("ada"), "Ada" + injection, "ada@example.org",
                Occasion.REJECTED, "4711", Map.of("reason", "none" + injection));
        Letter letter = new Letters().write(notice);

        postman(MAIL.getSmtp().getPort()).deliver(NOTICE, letter);

        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getHeader("X-Made-Up")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
        "ada.lovelace+shop@example.org ada.lovelace+shop@example.org",
        "o'brien@example.ie o'brien@example.ie",
        "!#$%&'*+-/=?^_`{|}~@example.org !#$%&'*+-/=?^_`{|}~@example.org",
        "`\"ada lovelace\"@example.org` `\"ada lovelace\"@example.org`",
        "\"a..b\"@example.org \"a..b\"@example.org",
        "\"a\\\"b\"@example.org \"a\\\"b\"@example.org",
        "ada@straße.example ada@xn--strae-oqa.example",
        "ada@bücher.example ada@xn--bcher-kva.example",
        "ada@例え.テスト ada@xn--r8jz45g.xn--zckzah",
        "ada@[192.0.2.1] ada@[192.0.2.1]",
        "ada@localhost ada@localhost"
    })
    void sendsToEveryAddressThatIsTaken(String address, String mailbox) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            assertThat(postman(server.port()).deliver(NOTICE, to(address))).isEqualTo(new Delivery.Taken());

            assertThat(server.heard()).contains("RCPT TO:<" + mailbox + ">").noneMatch(line -> line.contains("SMTPUTF8"));
        }
    }

    @Test
    void hasARealServerDeliverToOddAddresses() {
        for (String address : List.of("ada.lovelace+shop@example.org", "o'brien@example.ie", "ada@straße.example")) {
            assertThat(postman(MAIL.getSmtp().getPort()).deliver(NOTICE, to(address))).isEqualTo(new Delivery.Taken());
        }

        assertThat(MAIL.getReceivedMessagesForDomain("xn--strae-oqa.example")).hasSize(1);
        assertThat(MAIL.getReceivedMessagesForDomain("strasse.example")).isEmpty();
        assertThat(MAIL.getReceivedMessages()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg@example.com", "用户@例え.テスト", "\"jörg müller\"@example.com"})
    void sendsInUtf8WhereTheServerTakesIt(String address) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("EHLO", "250-here\r\n250-8BITMIME\r\n250 SMTPUTF8"))) {
            assertThat(postman(server.port()).deliver(NOTICE, to(address))).isEqualTo(new Delivery.Taken());

            assertThat(server.heard())
                    .contains("RCPT TO:<" + new MailAddress(address).mailbox() + ">")
                    .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg@example.com", "用户@例え.テスト"})
    void neverTriesUtf8OnAServerThatDoesNotTakeIt(String address) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            assertThat(postman(server.port()).deliver(NOTICE, to(address)))
                    .isEqualTo(new Delivery.Refused("mail-server-without-smtputf8"));

            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("RCPT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "ada", "ada@example.org, eve@example.org", "ada@example.org\r\nBcc: eve@example.org",
        "\"ada\r\nRCPT TO:<eve@x>\"@x.org",
        "ada@example.org>", "group:ada@example.org;"
    })
    void sendsNothingToWhatIsNoAddress(String address) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            assertThat(postman(server.port()).deliver(NOTICE, to(address)))
                    .isEqualTo(new Delivery.Refused("address-not-valid"));

            assertThat(server.heard()).isEmpty();
        }
    }

    private static Letter to(String address) {
        return new Letter("Ada", address, "Your order 4711", "Hello Ada,\n");
    }

    @Test
    void knowsThatAServerOutOfReachHasNotTakenTheMail() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }

        assertThat(postman(nobody).deliver(NOTICE, LETTER)).isEqualTo(new Delivery.NotYet("mail-server-not-reached"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user ada@example.org, mail-server-says-550",
        "RCPT, 553 never heard of them, mail-server-says-553",
        "MAIL, 550 not from you, mail-server-says-550",
        "DATA, 554 no, mail-server-says-554",
        "., 552 too much, mail-server-says-552"
    })
    void tellsARefusalForGood(String word, String reply, String reason) throws Exception {
        assertThat(against(Map.of(word, reply))).isEqualTo(new Delivery.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 closed for today, mail-server-not-reached",
        "GREETING, 554 not for you, mail-server-not-reached",
        "GREETING, -, mail-server-not-reached",
        "GREETING, '', mail-server-not-reached",
        "MAIL, 451 later, mail-server-says-451",
        "RCPT, 450 greylisted, mail-server-says-450",
        "DATA, 451 later, mail-server-says-451",
        "., 452 disk full, mail-server-says-452"
    })
    void tellsARefusalForNow(String word, String reply, String reason) throws Exception {
        assertThat(against(Map.of(word, reply))).isEqualTo(new Delivery.NotYet(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedMailServer.SILENCE, ScriptedMailServer.HANG_UP})
    void doesNotKnowWhatBecameOfAMailThatWasNotAnswered(String reply) throws Exception {
        assertThat(against(Map.of(".", reply))).isEqualTo(new Delivery.Unknown());
    }

    @Test
    void takesAMailForSentWhenOnlyTheFarewellFails() throws Exception {
        assertThat(against(Map.of("QUIT", ScriptedMailServer.HANG_UP))).isEqualTo(new Delivery.Taken());
        assertThat(against(Map.of("QUIT", ScriptedMailServer.SILENCE))).isEqualTo(new Delivery.Taken());
    }

    private static Delivery against(Map<String, String> script) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(script)) {
            long begun = System.nanoTime();
            Delivery delivery = postman(server.port()).deliver(NOTICE, LETTER);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(Gateway.LONGEST_CALL_MILLIS));
            return delivery;
        }
    }

    private static Postman postman(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mailSender", sender));
        return new Postman(
                beans.getBeanProvider(JavaMailSender.class),
                new NotificationProperties("shop@example.org", Duration.ofSeconds(1), Duration.ofSeconds(1), 3));
    }
}
