package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The progress of processors whose parts several replicas share. A replica claims what is its share, and stores progress only
 * where it still holds the claim. Axon's store would let one that lost its claim claim again as it stores or extends the claim, if
 * whoever had the part meanwhile has given it up; work that was done already would then be committed once more.
 *
 * <p>How old a claim is the database says, by its own clock alone: the clocks of replicas may differ, and any of them may be set.
 * A claim that seems to be from the future is as void as an old one, since whoever lives claims anew every few seconds.
 */
final class SharedTokens extends JdbcTokenStore {

    /** For how long a part stays claimed by a replica that does not say so again. */
    static final Duration CLAIM = Duration.ofSeconds(10);

    private final Share share;
    private final JdbcTemplate jdbc;
    private final String replica;
    private final String now;
    private final String columns;

    /** @param store where the builder's connections are from */
    SharedTokens(Builder builder, Share share, DataStore store, String replica) {
        super(builder.claimTimeout(CLAIM).contentType(byte[].class));
        this.share = share;
        this.jdbc = store.jdbcTemplate();
        this.replica = replica;
        this.now = now(store.database());
        this.columns = "processor_name, segment, token, token_type, timestamp, owner, " + age(store.database()) + " AS age";
    }

    /**
     * Voids the claims in a store that only one process at a time can have open: whoever holds one is dead. Elsewhere another
     * replica may be at work on dead letters; but not since a time that is still to come. To be called before any processor starts.
     */
    static void voidClaimsOfTheDead(DataStore store) {
        if (store.database() == Database.POSTGRESQL) {
            store.jdbcTemplate().update("""
                    UPDATE dead_letter_entry SET processing_started = NULL
                    WHERE CAST(processing_started AS TIMESTAMP WITH TIME ZONE) > CURRENT_TIMESTAMP + INTERVAL '1' MINUTE""");
        } else {
            store.jdbcTemplate().update("UPDATE token_entry SET owner = NULL WHERE owner IS NOT NULL");
            store.jdbcTemplate()
                    .update("UPDATE dead_letter_entry SET processing_started = NULL WHERE processing_started IS NOT NULL");
        }
    }

    /** The present moment by the database's clock, not that of its transaction, written as Axon writes it. */
    private static String now(Database database) {
        return switch (database) {
            case H2 -> "TO_CHAR(CURRENT_TIMESTAMP AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"')";
            case POSTGRESQL -> "TO_CHAR(CLOCK_TIMESTAMP() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
        };
    }

    /** How many seconds ago a claim was made or extended, or is still to come, by the database's clock. */
    static String age(Database database) {
        String present = database == Database.POSTGRESQL ? "CLOCK_TIMESTAMP()" : "CURRENT_TIMESTAMP";
        return "ABS(EXTRACT(EPOCH FROM (" + present + " - CAST(timestamp AS TIMESTAMP WITH TIME ZONE))))";
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return share.claimable(processor, super.fetchAvailableSegments(processor));
    }

    /** Called where somebody wants this very part, as a replay does. */
    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = super.fetchToken(processor, segment);
        share.keep(new Part(processor, segment));
        return token;
    }

    /** Axon's store would claim a part anew that was lost and is free again, and what is under way would be committed under it. */
    @Override
    public void extendClaim(String processor, int segment) {
        int held = jdbc.update(
                "UPDATE token_entry SET timestamp = " + now + " WHERE processor_name = ? AND segment = ? AND owner = ?",
                processor, segment, replica);
        if (held == 0) {
            throw lost(processor, segment);
        }
    }

    @Override
    protected PreparedStatement selectTokenEntries(Connection connection, String processor) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "SELECT " + columns + " FROM token_entry WHERE processor_name = ? ORDER BY segment");
        statement.setString(1, processor);
        return statement;
    }

    @Override
    protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT " + columns
                + " FROM token_entry WHERE processor_name = ? AND segment = ?" + (forUpdate ? " FOR UPDATE" : ""));
        statement.setString(1, processor);
        statement.setInt(2, segment);
        return statement;
    }

    /** Axon compares with this process's clock, so the claim is told as being so old by that. */
    @Override
    protected AbstractTokenEntry<?> readTokenEntry(ResultSet row) throws SQLException {
        Duration age = Duration.ofMillis(Math.round(row.getDouble("age") * 1_000));
        return new GenericTokenEntry<>(
                row.getBytes("token"),
                row.getString("token_type"),
                DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant().minus(age)),
                row.getString("owner"),
                row.getString("processor_name"),
                row.getInt("segment"),
                byte[].class);
    }

    @Override
    protected TrackingToken claimToken(Connection connection, AbstractTokenEntry<?> entry) throws SQLException {
        if (!entry.claim(replica, CLAIM)) {
            throw new UnableToClaimTokenException("Part " + entry.getSegment() + " of " + entry.getProcessorName()
                    + " is claimed by " + entry.getOwner());
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE token_entry SET owner = ?, timestamp = " + now + " WHERE processor_name = ? AND segment = ?")) {
            statement.setString(1, replica);
            statement.setString(2, entry.getProcessorName());
            statement.setInt(3, entry.getSegment());
            if (statement.executeUpdate() != 1) {
                throw new UnableToClaimTokenException(
                        "Part " + entry.getSegment() + " of " + entry.getProcessorName() + " is no longer there");
            }
        }
        return entry.getToken(serializer());
    }

    @Override
    protected PreparedStatement storeUpdate(Connection connection, @Nullable TrackingToken token, String processor, int segment)
            throws SQLException {
        SerializedObject<byte[]> serialized = token == null ? null : serializer().serialize(token, byte[].class);
        PreparedStatement statement = connection.prepareStatement("UPDATE token_entry SET token = ?, token_type = ?, timestamp = "
                + now + " WHERE owner = ? AND processor_name = ? AND segment = ?");
        statement.setBytes(1, serialized == null ? null : serialized.getData());
        statement.setString(2, serialized == null ? null : serialized.getType().getName());
        statement.setString(3, replica);
        statement.setString(4, processor);
        statement.setInt(5, segment);
        return statement;
    }

    @Override
    protected PreparedStatement releaseClaim(Connection connection, String processor, int segment) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("UPDATE token_entry SET owner = NULL, timestamp = " + now
                + " WHERE processor_name = ? AND segment = ? AND owner = ?");
        statement.setString(1, processor);
        statement.setInt(2, segment);
        statement.setString(3, replica);
        return statement;
    }

    /** Called where no token was stored because this replica does not hold the claim. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet found, TrackingToken token, String processor, int segment) {
        throw lost(processor, segment);
    }

    private static UnableToClaimTokenException lost(String processor, int segment) {
        return new UnableToClaimTokenException("The claim of part " + segment + " of " + processor
                + " was lost meanwhile; what was done under it is undone");
    }
}
