package dev.cleave.notification.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeKept;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.notification.api.NotificationFailure;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.Outbox;
import dev.cleave.notification.notice.steps.NoticePostponed;
import dev.cleave.notification.notice.steps.PostponeNotice;
import dev.cleave.notification.notice.steps.RecordNoticeDropped;
import dev.cleave.notification.notice.steps.RecordNoticeSent;
import dev.cleave.notification.notice.steps.RetryNotice;
import dev.cleave.platform.failure.Refusal;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Notice", cache = "aggregateCache")
class Notice {

    private enum Stage {
        UNKNOWN,
        REQUESTED,
        POSTPONED,
        SENT,
        KEPT,
        DROPPED
    }

    @AggregateIdentifier
    private @Nullable NoticeId id;

    private Stage stage = Stage.UNKNOWN;
    private @Nullable ContactId contact;
    private @Nullable Occasion occasion;
    private String order = "";
    private Map<String, String> facts = Map.of();
    private int attempt;

    /** Whether it has not been asked for, so that its mail is to be written. */
    boolean isNew() {
        return stage == Stage.UNKNOWN;
    }

    /** Called by {@link Telling}, which writes the mail. */
    void begin(TellCustomer command, Outbox.Entry mail) {
        apply(switch (mail) {
            case Outbox.Entry.Waiting waiting -> new NoticeRequested(
                    command.notice(), command.contact(), command.occasion(), command.order(), command.facts(), 1);
            case Outbox.Entry.Kept kept -> new NoticeKept(command.notice(), command.order());
            case Outbox.Entry.Dropped dropped -> new NoticeDropped(command.notice(), command.order(), dropped.reason());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void recordSent(RecordNoticeSent command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case REQUESTED, POSTPONED -> apply(new NoticeSent(command.notice(), order));
            case SENT, KEPT, DROPPED -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void recordDropped(RecordNoticeDropped command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case REQUESTED, POSTPONED -> apply(new NoticeDropped(command.notice(), order, command.reason()));
            case SENT, KEPT, DROPPED -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void postpone(PostponeNotice command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case REQUESTED -> {
                if (command.attempt() == attempt) {
                    apply(new NoticePostponed(command.notice(), order, attempt, command.reason()));
                }
            }
            case POSTPONED, SENT, KEPT, DROPPED -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void retry(RetryNotice command) {
        switch (stage) {
            case UNKNOWN -> throw unknown();
            case POSTPONED -> apply(new NoticeRequested(command.notice(), contact, occasion, order, facts, attempt + 1));
            case REQUESTED, SENT, KEPT, DROPPED -> {}
        }
    }

    private static Refusal unknown() {
        return Refusal.of(NotificationFailure.NOTICE_UNKNOWN, "Nobody has asked for that notice.");
    }

    @EventSourcingHandler
    void on(NoticeRequested event) {
        id = event.notice();
        stage = Stage.REQUESTED;
        contact = event.contact();
        occasion = event.occasion();
        order = event.order();
        facts = event.facts();
        attempt = event.attempt();
    }

    @EventSourcingHandler
    void on(NoticePostponed event) {
        stage = Stage.POSTPONED;
    }

    @EventSourcingHandler
    void on(NoticeSent event) {
        stage = Stage.SENT;
    }

    @EventSourcingHandler
    void on(NoticeKept event) {
        id = event.notice();
        stage = Stage.KEPT;
    }

    @EventSourcingHandler
    void on(NoticeDropped event) {
        id = event.notice();
        stage = Stage.DROPPED;
    }
}
