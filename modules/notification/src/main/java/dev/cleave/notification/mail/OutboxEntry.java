package dev.cleave.notification.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import io.swagger.v3.oas.annotations.media.Schema;
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
        @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e:confirmed") NoticeId notice,
        @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") String order,
        @Schema(example = "17850") ContactId customer,
        @Schema(implementation = Occasion.class, example = "confirmed") String occasion,
        @Schema(example = "sent", allowableValues = {
            "waiting", "sending", "sent", "kept", "postponed", "dropped"}) String status,
        @Schema(example = "no-such-mailbox") @Nullable String reason,
        Recipient to,
        @Schema(example = "Your order is confirmed") String subject,
        @Schema(example = "We will send it soon.") String text,
        Instant writtenAt) {

    record Recipient(
            @Schema(example = "Ada Example") String name, @Schema(example = "ada@example.org") String email) {}
}
