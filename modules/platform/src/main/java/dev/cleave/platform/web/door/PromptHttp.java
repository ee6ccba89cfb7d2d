package dev.cleave.platform.web.door;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP that gives a request line and its headers a time to arrive in altogether; Tomcat only limits the pauses in between, so that a
 * connection could be held for hours. What comes later than that is closed. Tomcat makes it by its name.
 */
public final class PromptHttp extends Http11NioProtocol {

    private static final long NOT_BEGUN = -1;

    private volatile Duration limit = Duration.ofSeconds(10);
    private @Nullable ScheduledFuture<?> watch;

    /** How long the head of a request may take, from its first byte. */
    public void limitHeadsTo(Duration time) {
        limit = time;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::closeLate, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    private void closeLate() {
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            if (late(connection)) {
                // As who works on a connection locks it: a head that is complete by now is no longer seen here.
                synchronized (connection) {
                    if (late(connection)) {
                        connection.close();
                    }
                }
            }
        }
    }

    /** A connection has a processor of its own, which nobody runs, while part of a head has arrived. */
    private boolean late(SocketWrapperBase<?> connection) {
        if (!(connection.getCurrentProcessor() instanceof Processor waiting) || waiting.isUpgrade() || waiting.isAsync()) {
            return false;
        }
        long begun = waiting.getRequest().getStartTimeNanos();
        return begun != NOT_BEGUN && System.nanoTime() - begun > limit.toNanos();
    }
}
