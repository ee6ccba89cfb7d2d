package dev.cleave.notification.notice;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.notice.steps.RetryNotice;
import dev.cleave.platform.waiting.Wait;
import java.time.Duration;

/** Why a notice rests. */
enum NoticeWait implements Wait {

    /** Until a mail is tried again that the server would not take. */
    PAUSE("mail");

    private final String kind;

    NoticeWait(String kind) {
        this.kind = kind;
    }

    Duration length(NotificationProperties properties, int attempt) {
        return properties.pauseAfter(attempt);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Object command(String subject) {
        return new RetryNotice(new NoticeId(subject));
    }
}
