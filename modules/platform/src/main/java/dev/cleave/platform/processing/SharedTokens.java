package dev.cleave.platform.processing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The progress of processors whose parts several replicas share. A replica claims what is its share, and stores progress only
 * where it still holds the claim. Axon's store would let one that lost its claim claim again as it stores or extends the claim, if
 * whoever had the part meanwhile has given it up; work that was done already would then be committed once more.
 */
final class SharedTokens extends JdbcTokenStore {

    private final Share share;
    private final JdbcTemplate jdbc;
    private final String replica;

    /** @param jdbc of the store that the builder's connections are from */
    SharedTokens(Builder builder, Share share, JdbcTemplate jdbc, String replica) {
        super(builder);
        this.share = share;
        this.jdbc = jdbc;
        this.replica = replica;
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
        int held = jdbc.update("UPDATE token_entry SET timestamp = ? WHERE processor_name = ? AND segment = ? AND owner = ?",
                DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()), processor, segment, replica);
        if (held == 0) {
            throw lost(processor, segment);
        }
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
