package dev.cleave.platform.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * The progress of processors whose parts several replicas share. A replica claims what is its share, and stores progress only
 * where it still holds the claim. Axon's store would let one that lost its claim claim again as it stores, if whoever had the
 * part meanwhile has given it up; work that was done already would then be committed once more.
 */
final class SharedTokens extends JdbcTokenStore {

    private final Share share;

    SharedTokens(Builder builder, Share share) {
        super(builder);
        this.share = share;
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

    /** Called where no token was stored because this replica does not hold the claim. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet found, TrackingToken token, String processor, int segment) {
        throw new UnableToClaimTokenException("The claim of part " + segment + " of " + processor
                + " was lost meanwhile; what was done under it is undone");
    }
}
