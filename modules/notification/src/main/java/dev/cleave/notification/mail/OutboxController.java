package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.mail.OutboxEntry.Recipient;
import dev.cleave.platform.web.Cursor;
import dev.cleave.platform.web.LocalOnly;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
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
@RestController
@RequestMapping("/api/notification/outbox")
class OutboxController {

    private final JdbcClient jdbc;

    OutboxController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping
    Page<OutboxEntry> list(
            @RequestParam(required = false) @Size(max = 80) @Nullable String order,
            @RequestParam(required = false) @Nullable ContactId customer,
            Paging paging) {
        Page<Listed> page = paging.page(find(order, customer, paging.cursor(), paging.rows()), Listed::place);
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
            @Nullable String order, @Nullable ContactId customer, @Nullable Cursor after, int limit) {
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
            sql.append(" AND written_at >= ? AND (written_at > ? OR notice > ?)");
            OffsetDateTime writtenAt = time(after);
            params.addAll(List.of(writtenAt, writtenAt, after.value(1)));
        }
        sql.append(" ORDER BY written_at, notice LIMIT ?");
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
