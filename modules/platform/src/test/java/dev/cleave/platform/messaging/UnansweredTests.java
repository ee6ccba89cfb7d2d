package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.messaging.CommandNotAnswered.Fate;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class UnansweredTests {

    @Test
    void aSenderToldThatNobodyHandlesTheCommandKnowsThatNothingWasChanged() {
        assertThat(toTheSender(new NoHandlerForCommandException("none"))).isEqualTo(Fate.NOT_DELIVERED);
    }

    @Test
    void aSenderWhoseServerIsOverloadedKnowsThatNothingWasChanged() {
        assertThat(toTheSender(new AxonServerException("AXONIQ-1900", "full"))).isEqualTo(Fate.OVERLOADED);
    }

    @Test
    void aSenderWhoseHandlerOrConnectionIsLostKnowsNothing() {
        assertThat(toTheSender(new AxonServerException("AXONIQ-4001", "connection to handler lost"))).isEqualTo(Fate.UNKNOWN);
        assertThat(toTheSender(new AxonServerCommandDispatchException("AXONIQ-4003", "lost", null))).isEqualTo(Fate.UNKNOWN);
        assertThat(toTheSender(new CompletionException(Status.UNAVAILABLE.asRuntimeException()))).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void anErrorWithoutDetailsIsTheServersAndNotTheHandlers() {
        assertThat(toTheSender(new CommandExecutionException("command timed out", null))).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void whatAHandlerSaidIsLeftToBeRead() {
        assertThat(Unanswered.toTheSender(new CommandExecutionException("failed", null, new HandlerFailed("failed")))).isNull();
        assertThat(Unanswered.toTheSender(new IllegalStateException())).isNull();
    }

    @Test
    void aHandlingSideTellsItsMeansFromItsHandlers() {
        assertThat(byTheHandler(new ConcurrencyException("lost"))).isEqualTo(Fate.OVERLOADED);
        assertThat(byTheHandler(new RuntimeException(Status.UNAVAILABLE.asRuntimeException()))).isEqualTo(Fate.UNKNOWN);
        assertThat(Unanswered.byTheHandler(new IllegalArgumentException("no"))).isNull();
    }

    private static Fate toTheSender(Throwable failure) {
        return Unanswered.toTheSender(failure).fate();
    }

    private static Fate byTheHandler(Throwable failure) {
        return Unanswered.byTheHandler(failure).fate();
    }
}
