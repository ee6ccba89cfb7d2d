package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.mail.OutboxEntry.Recipient;
import dev.cleave.platform.web.door.LocalOnly;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.paging.Sequence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@LocalOnly
@Tag(name = "Mails", description = "What customers were told; answered to callers on the same machine only")
@RestController
@RequestMapping("/api/notification/outbox")
class OutboxController {

    private final JdbcClient jdbc;

    OutboxController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Operation(summary = "List the mails, by when they were written")
    @ApiResponse(responseCode = "200", description = "A page of mails.", useReturnTypeSchema = true)
    @GetMapping
    Page<OutboxEntry> list(
            @Parameter(description = "Only those about this order.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @RequestParam(required = false) @Size(max = 80) @Nullable String order,
            @Parameter(description = "Only those to this customer.", example = "17850")
            @RequestParam(required = false) @Nullable ContactId customer,
            @Parameter(
                    description = "Which end of the list comes first.", schema = @Schema(implementation = Sequence.class),
                    example = "newest")
            @RequestParam(defaultValue = Sequence.USUAL) String sequence,
            Paging paging) {
        Page<Listed> page = paging.page(
                find(order, customer, Sequence.of(sequence), paging.cursor(), paging.rows()), Listed::place);
        return new Page<>(page.items().stream().map(Listed::entry).toList(), page.next());
    }

    private record Listed(Cursor place, OutboxEntry entry) {}

    private static OffsetDateTime time(Cursor cursor) {
        try {
            return OffsetDateTime.parse(cursor.value(0));
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }

    private List<Listed> find(
            @Nullable String order, @Nullable ContactId customer, Sequence sequence, @Nullable Cursor after, int limit) {
        StringBuilder sql = new StringBuilder("""
                SELECT notice, contact, order_id, occasion, name, email, subject, text, written_at, state, reason
                FROM mail
                WHERE 1 = 1""");
        List<Object> params = new ArrayList<>();
        if (order != null) {
            sql.append(" AND order_id = ?");
            params.add(order);
        }
        if (customer != null) {
            sql.append(" AND contact = ?");
            params.add(customer.value());
        }
        if (after != null) {
            sql.append(" AND ").append(sequence.after("written_at", "notice"));
            OffsetDateTime writtenAt = time(after);
            params.addAll(List.of(writtenAt, writtenAt, after.value(1)));
        }
        sql.append(" ORDER BY ").append(sequence.by("written_at", "notice")).append(" LIMIT ?");
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, number) -> {
                    OffsetDateTime writtenAt = row.getObject("written_at", OffsetDateTime.class);
                    return new Listed(
                            Cursor.of(writtenAt, row.getString("notice")),
                            new OutboxEntry(
                                    new NoticeId(row.getString("notice")),
                                    row.getString("order_id"),
                                    new ContactId(row.getString("contact")),
                                    row.getString("occasion").toLowerCase(Locale.ROOT),
                                    row.getString("state").toLowerCase(Locale.ROOT),
                                    row.getString("reason"),
                                    new Recipient(row.getString("name"), row.getString("email")),
                                    row.getString("subject"),
                                    row.getString("text"),
                                    writtenAt.toInstant()));
                })
                .list();
    }
}
