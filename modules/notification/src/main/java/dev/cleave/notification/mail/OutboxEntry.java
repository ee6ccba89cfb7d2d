package dev.cleave.notification.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the outbox shows it.
 *
 * @param status {@code waiting}, {@code sending}, {@code sent}, {@code kept}, {@code postponed} or {@code dropped}
 * @param reason why it is postponed or dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutboxEntry(
        NoticeId notice,
        String order,
        ContactId customer,
        String occasion,
        String status,
        @Nullable String reason,
        Recipient to,
        String subject,
        String text,
        Instant writtenAt) {

    record Recipient(String name, String email) {}
}
