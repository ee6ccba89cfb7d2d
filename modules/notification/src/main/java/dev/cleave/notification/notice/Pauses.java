package dev.cleave.notification.notice;

import static dev.cleave.notification.notice.NoticeWait.PAUSE;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.notification.notice.steps.NoticePostponed;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** A pause that is over stays until the next attempt has an outcome; asked for again meanwhile, the notice takes it calmly. */
@View("waits")
class Pauses {

    private final Waits<NoticeWait> waits;
    private final NotificationProperties properties;

    Pauses(Waits<NoticeWait> waits, NotificationProperties properties) {
        this.waits = waits;
        this.properties = properties;
    }

    @EventHandler
    void on(NoticePostponed event, @Timestamp Instant at) {
        waits.open(PAUSE, event.notice().value(), at.plus(PAUSE.length(properties, event.attempt())));
    }

    @EventHandler
    void on(NoticeSent event) {
        waits.close(PAUSE, event.notice().value());
    }

    @EventHandler
    void on(NoticeDropped event) {
        waits.close(PAUSE, event.notice().value());
    }

    @ResetHandler
    void reset() {
        waits.forget();
    }
}
