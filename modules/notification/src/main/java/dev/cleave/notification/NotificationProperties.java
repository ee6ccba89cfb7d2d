package dev.cleave.notification;

import dev.cleave.platform.message.MailAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notification's settings. The mail server itself is set as Spring Boot knows it, by {@code spring.mail.host} and the like;
 * without one, mails are kept in the outbox instead.
 *
 * @param from the sender's e-mail address
 * @param firstPause how long to wait before a mail that the server would not take is tried for the second time; doubled from
 *     then on
 * @param longestPause the longest such wait
 * @param attempts after how many attempts a mail is given up
 */
@ConfigurationProperties("cleave.notification")
public record NotificationProperties(
        @DefaultValue("shop@localhost") String from,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("60") int attempts) {

    public NotificationProperties {
        if (MailAddress.in(from).isEmpty()) {
            throw new IllegalArgumentException("cleave.notification.from must be one mail address such as shop@example.org");
        }
    }

    /** The wait after the given attempt, counted from 1. */
    public Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
