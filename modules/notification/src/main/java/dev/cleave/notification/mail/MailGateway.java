package dev.cleave.notification.mail;

import dev.cleave.notification.NotificationProperties;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.mail.Sendings.Claim;
import dev.cleave.notification.notice.steps.PostponeNotice;
import dev.cleave.notification.notice.steps.RecordNoticeDropped;
import dev.cleave.notification.notice.steps.RecordNoticeSent;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Gateway;
import org.axonframework.eventhandling.EventHandler;

/**
 * Sends the mail of a notice. A mail server that is down is no failure of the event: the notice is postponed and the gateway
 * goes on with the next, so that one outage neither blocks those behind nor fills the dead letters.
 */
@Gateway("mail")
class MailGateway {

    private final Sendings sendings;
    private final Postman postman;
    private final Commands commands;
    private final NotificationProperties properties;

    MailGateway(Sendings sendings, Postman postman, Commands commands, NotificationProperties properties) {
        this.sendings = sendings;
        this.postman = postman;
        this.commands = commands;
        this.properties = properties;
    }

    @EventHandler
    void on(NoticeRequested event) {
        commands.send(switch (sendings.claim(event, postman.serverThere())) {
            case Claim.Granted granted -> send(event, granted.letter());
            case Claim.Done done -> new RecordNoticeSent(event.notice());
            case Claim.Dropped dropped -> new RecordNoticeDropped(event.notice(), dropped.reason());
            case Claim.Postponed postponed -> new PostponeNotice(event.notice(), postponed.attempt(), postponed.reason());
        });
    }

    private Object send(NoticeRequested event, Letter letter) {
        NoticeId notice = event.notice();
        return switch (postman.deliver(notice, letter)) {
            case Delivery.Taken taken -> {
                sendings.sent(notice);
                yield new RecordNoticeSent(notice);
            }
            case Delivery.NotYet notYet when event.attempt() < properties.attempts() -> {
                sendings.postponed(notice, notYet.reason());
                yield new PostponeNotice(notice, event.attempt(), notYet.reason());
            }
            case Delivery.NotYet notYet -> drop(notice, notYet.reason());
            case Delivery.Refused refused -> drop(notice, refused.reason());
            case Delivery.Unknown unknown -> drop(notice, Sendings.OUTCOME_UNKNOWN);
        };
    }

    private Object drop(NoticeId notice, String reason) {
        sendings.dropped(notice, reason);
        return new RecordNoticeDropped(notice, reason);
    }
}
