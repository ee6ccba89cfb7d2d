package dev.cleave.shipping.overview;

import dev.cleave.platform.messaging.View;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Sequence;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShipmentPrepared;
import dev.cleave.shipping.overview.ShipmentEntry.Happening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@View("shipments")
public class Shipments {

    private final JdbcClient jdbc;

    Shipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ShipmentPrepared event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("""
                        INSERT INTO shipment (shipment, status, parcels, opened_at, prepared_at, version)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(event.shipment().value(), Status.PREPARED.text(), ParcelText.of(event.parcels()), utc(at), utc(at),
                        version)
                .update();
    }

    @EventHandler
    void on(DispatchRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("""
                        UPDATE shipment
                        SET status = ?, carrier = ?, tracking_number = ?, dispatch_requested_at = ?, version = ?
                        WHERE shipment = ?""")
                .params(Status.DISPATCH_REQUESTED.text(), event.carrier(), event.trackingNumber(), utc(at), version,
                        event.shipment().value())
                .update();
    }

    @EventHandler
    void on(CancellationRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("UPDATE shipment SET cancellation_refused_at = ?, version = ? WHERE shipment = ?")
                .params(utc(at), version, event.shipment().value())
                .update();
    }

    @EventHandler
    void on(ShipmentDispatched event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("UPDATE shipment SET status = ?, dispatched_at = ?, version = ? WHERE shipment = ?")
                .params(Status.DISPATCHED.text(), utc(at), version, event.shipment().value())
                .update();
    }

    @EventHandler
    void on(ShipmentDelivered event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("""
                        UPDATE shipment SET status = ?, delivered_at = ?, delivery_assumed = ?, version = ?
                        WHERE shipment = ?""")
                .params(Status.DELIVERED.text(), utc(at), event.assumed(), version, event.shipment().value())
                .update();
    }

    @EventHandler
    void on(ShipmentCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        int changed = jdbc.sql("UPDATE shipment SET status = ?, cancelled_at = ?, version = ? WHERE shipment = ?")
                .params(Status.CANCELLED.text(), utc(at), version, event.shipment().value())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            INSERT INTO shipment (shipment, status, parcels, opened_at, cancelled_at, version)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(event.shipment().value(), Status.CANCELLED.text(), "", utc(at), utc(at), version)
                    .update();
        }
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM shipment").update();
    }

    /** The sequence number of the last event that the view has read of a shipment, -1 if none. */
    public long version(ShipmentId shipment) {
        return jdbc.sql("SELECT version FROM shipment WHERE shipment = ?")
                .param(shipment.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** A shipment without its address, or nothing if there is none. */
    public Optional<ShipmentEntry> find(ShipmentId shipment) {
        return jdbc.sql("SELECT * FROM shipment WHERE shipment = ?")
                .param(shipment.value())
                .query(Shipments::entry)
                .optional();
    }

    /** Up to {@code limit} shipments after the cursor, by when they were opened. */
    List<Listed> list(@Nullable Status status, Sequence sequence, @Nullable Cursor after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM shipment WHERE 1 = 1");
        List<Object> params = new ArrayList<>();
        if (status != null) {
            sql.append(" AND status = ?");
            params.add(status.text());
        }
        if (after != null) {
            sql.append(" AND ").append(sequence.after("opened_at", "shipment"));
            OffsetDateTime openedAt = time(after);
            params.addAll(List.of(openedAt, openedAt, after.value(1)));
        }
        sql.append(" ORDER BY ").append(sequence.by("opened_at", "shipment")).append(" LIMIT ?");
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, number) -> new Listed(
                        Cursor.of(row.getObject("opened_at", OffsetDateTime.class), row.getString("shipment")),
                        entry(row, number)))
                .list();
    }

    record Listed(Cursor place, ShipmentEntry entry) {}

    private static OffsetDateTime time(Cursor cursor) {
        try {
            return OffsetDateTime.parse(cursor.value(0));
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }

    private static ShipmentEntry entry(ResultSet row, int number) throws SQLException {
        return new ShipmentEntry(
                new ShipmentId(row.getString("shipment")),
                row.getString("status"),
                row.getString("carrier"),
                row.getString("tracking_number"),
                ParcelText.parse(row.getString("parcels")),
                null,
                history(row));
    }

    private static List<Happening> history(ResultSet row) throws SQLException {
        List<Happening> history = new ArrayList<>();
        add(history, row, "prepared_at", "prepared");
        add(history, row, "dispatch_requested_at", "dispatch-requested");
        add(history, row, "cancellation_refused_at", "cancellation-refused");
        add(history, row, "dispatched_at", "dispatched");
        add(history, row, "delivered_at", row.getBoolean("delivery_assumed") ? "delivery-assumed" : "delivered");
        add(history, row, "cancelled_at", "cancelled");
        history.sort(Comparator.comparing(Happening::at));
        return history;
    }

    private static void add(List<Happening> history, ResultSet row, String column, String what) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        if (at != null) {
            history.add(new Happening(at.toInstant(), what));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
