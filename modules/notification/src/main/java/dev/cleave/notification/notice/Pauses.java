package dev.cleave.notification.notice;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticePostponed;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** A pause that is over stays until the next attempt has an outcome; asked for again meanwhile, the notice takes it calmly. */
@View("waits")
class Pauses {

    static final String KIND = "mail";

    private final Waits waits;
    private final NotificationProperties properties;

    Pauses(Waits waits, NotificationProperties properties) {
        this.waits = waits;
        this.properties = properties;
    }

    @EventHandler
    void on(NoticePostponed event, @Timestamp Instant at) {
        waits.open(KIND, event.notice().value(), at.plus(properties.pauseAfter(event.attempt())));
    }

    @EventHandler
    void on(NoticeSent event) {
        waits.close(KIND, event.notice().value());
    }

    @EventHandler
    void on(NoticeDropped event) {
        waits.close(KIND, event.notice().value());
    }

    @ResetHandler
    void reset() {
        waits.forget(KIND);
    }
}
