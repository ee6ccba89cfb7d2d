package dev.cleave.notification.mail;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Gateway;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a letter to the mail server, in bounded time, and says what came of it. */
@Component
class Postman {

    private static final long LONGEST_SENDING_MILLIS = Gateway.LONGEST_CALL_MILLIS - 500;
    private static final long LONGEST_GIVING_UP_MILLIS = 400;
    private static final long LONGEST_STEP_MILLIS = 2_000;

    private static final String WITHOUT_UTF8 = "mail-server-without-smtputf8";

    private final @Nullable JavaMailSender server;
    private final @Nullable JavaMailSender utf8Server;
    private final NotificationProperties properties;

    Postman(ObjectProvider<JavaMailSender> server, NotificationProperties properties) {
        this.server = server.getIfAvailable();
        this.properties = properties;
        if (this.server instanceof JavaMailSenderImpl configured) {
            bound(configured);
            utf8Server = new Utf8Sender(configured);
        } else {
            utf8Server = null;
        }
    }

    boolean serverThere() {
        return server != null;
    }

    Delivery deliver(NoticeId notice, Letter letter) {
        if (server == null) {
            throw new IllegalStateException("There is no mail server; set spring.mail.host.");
        }
        Optional<MailAddress> address = MailAddress.in(letter.email());
        if (address.isEmpty()) {
            return new Delivery.Refused(Sendings.ADDRESS_NOT_VALID);
        }
        JavaMailSender through = address.get().needsUtf8() ? utf8Server : server;
        if (through == null) {
            return new Delivery.Refused(WITHOUT_UTF8);
        }
        MimeMessage message;
        try {
            message = message(through, notice, letter, address.get());
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Delivery.Refused("mail-not-writable");
        }
        CompletableFuture<Delivery> outcome = new CompletableFuture<>();
        Thread sending = Thread.ofVirtual().name("mail").start(() -> outcome.complete(send(through, message)));
        try {
            return outcome.get(LONGEST_SENDING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Interrupting a virtual thread closes the socket that it is blocked on, so that the sending ends.
            sending.interrupt();
            return outcome.completeOnTimeout(new Delivery.Unknown(), LONGEST_GIVING_UP_MILLIS, TimeUnit.MILLISECONDS).join();
        } catch (InterruptedException e) {
            sending.interrupt();
            Thread.currentThread().interrupt();
            return new Delivery.Unknown();
        } catch (ExecutionException e) {
            return new Delivery.Unknown();
        }
    }

    private static Delivery send(JavaMailSender server, MimeMessage message) {
        try {
            server.send(message);
            return new Delivery.Taken();
        } catch (MailAuthenticationException e) {
            return new Delivery.NotYet("mail-server-refuses-sign-in");
        } catch (MailSendException e) {
            return outcome(e);
        } catch (MailException e) {
            return new Delivery.Refused("mail-not-writable");
        } catch (RuntimeException e) {
            return new Delivery.Unknown();
        }
    }

    static Delivery outcome(MailSendException failure) {
        if (failure.getFailedMessages().isEmpty()) {
            // Only the farewell failed; the mail is taken.
            return new Delivery.Taken();
        }
        Exception reason = failure.getFailedMessages().values().iterator().next();
        if (reason instanceof WithoutUtf8) {
            return new Delivery.Refused(WITHOUT_UTF8);
        }
        if (failure.getCause() == reason) {
            return new Delivery.NotYet("mail-server-not-reached");
        }
        int reply = reply(reason);
        if (reply >= 500) {
            return new Delivery.Refused("mail-server-says-" + reply);
        }
        return reply >= 400 ? new Delivery.NotYet("mail-server-says-" + reply) : new Delivery.Unknown();
    }

    /** The server's reply code, or -1 if the failure came without one. */
    private static int reply(@Nullable Exception failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            int code = switch (e) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> -1;
            };
            if (code >= 400) {
                return code;
            }
        }
        return -1;
    }

    private MimeMessage message(JavaMailSender server, NoticeId notice, Letter letter, MailAddress address)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(new MailAddress(properties.from()).mailbox());
        InternetAddress to = new InternetAddress();
        to.setAddress(address.mailbox());
        if (!letter.name().isEmpty()) {
            to.setPersonal(letter.name(), StandardCharsets.UTF_8.name());
        }
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        message.setHeader("Message-ID", messageId(notice));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The same for a notice whenever and wherever it is sent. */
    String messageId(NoticeId notice) {
        UUID name = UUID.nameUUIDFromBytes(notice.toString().getBytes(StandardCharsets.UTF_8));
        return "<" + name + properties.from().substring(properties.from().lastIndexOf('@')) + ">";
    }

    /**
     * The configured server once more, for addresses that go in UTF-8: to all others mails stay in ASCII. A server that does not
     * offer to take them is left before it is told anything.
     */
    private static final class Utf8Sender extends JavaMailSenderImpl {

        Utf8Sender(JavaMailSenderImpl configured) {
            Properties settings = new Properties();
            settings.putAll(configured.getJavaMailProperties());
            settings.setProperty("mail.mime.allowutf8", "true");
            setJavaMailProperties(settings);
            setProtocol(configured.getProtocol());
            setHost(configured.getHost());
            setPort(configured.getPort());
            setUsername(configured.getUsername());
            setPassword(configured.getPassword());
            setDefaultEncoding(configured.getDefaultEncoding());
        }

        @Override
        protected Transport connectTransport() throws MessagingException {
            Transport transport = super.connectTransport();
            if (transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8")) {
                return transport;
            }
            transport.close();
            throw new WithoutUtf8();
        }
    }

    private static final class WithoutUtf8 extends MessagingException {}

    private static void bound(JavaMailSenderImpl server) {
        Properties settings = server.getJavaMailProperties();
        String protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            String name = "mail." + protocol + "." + timeout;
            settings.setProperty(name, Long.toString(step(settings.getProperty(name))));
        }
        settings.putIfAbsent("mail." + protocol + ".quitwait", "false");
    }

    private static long step(@Nullable String configured) {
        try {
            long millis = configured == null ? LONGEST_STEP_MILLIS : Long.parseLong(configured.strip());
            return millis > 0 ? Math.min(millis, LONGEST_STEP_MILLIS) : LONGEST_STEP_MILLIS;
        } catch (NumberFormatException e) {
            return LONGEST_STEP_MILLIS;
        }
    }
}
