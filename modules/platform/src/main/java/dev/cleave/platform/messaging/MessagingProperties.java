package dev.cleave.platform.messaging;

import dev.cleave.platform.placement.Transport;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages travel.
 *
 * @param transport how messages travel between units, and who keeps the events
 * @param inProcess how a message reaches a handler in the same process
 * @param commandTimeout how long a sender waits for an answer; well below the processors' claim timeout of 10 s
 * @param commandThreads how many commands are handled at once
 * @param commandQueue how many commands may wait for a thread before further ones are turned away
 * @param conflictRetries how often a command that lost a race is handled again on the reloaded aggregate
 * @param formerNames whether to write messages under the names that the version before had for them, while units of that version run
 *     beside this one
 */
@ConfigurationProperties("cleave.messaging")
public record MessagingProperties(
        @DefaultValue(Transport.NONE) Transport transport,
        @DefaultValue("direct") InProcess inProcess,
        @DefaultValue("5s") Duration commandTimeout,
        @DefaultValue("32") int commandThreads,
        @DefaultValue("1024") int commandQueue,
        @DefaultValue("8") int conflictRetries,
        @DefaultValue("false") boolean formerNames) {

    /** How a message reaches a handler in the same process. */
    public enum InProcess {
        /** As the object it is. */
        DIRECT,
        /** Written and read again as if it had travelled, so that one that can't travel fails here. */
        SERIALISED
    }
}
