package dev.cleave.platform.web.ownwrites;

import dev.cleave.platform.messaging.AggregateVersion;
import dev.cleave.platform.messaging.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Waits for the views of one context. */
public final class ViewOwnWrites implements OwnWrites {

    private final String context;
    private final ViewProgress progress;
    private final Duration timeout;

    public ViewOwnWrites(String context, ViewProgress progress, Duration timeout) {
        this.context = context;
        this.progress = progress;
        this.timeout = timeout;
    }

    @Override
    public void await(Answer.Accepted answer, ToLongFunction<String> versionInView) {
        AggregateVersion version = answer.version();
        if (version == null) {
            return;
        }
        String id = version.aggregateId();
        if (versionInView.applyAsLong(id) >= version.sequence()
                || progress.await(context, id, timeout, () -> versionInView.applyAsLong(id) >= version.sequence())) {
            return;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
            HttpServletResponse response = present.getResponse();
            if (response != null) {
                response.setHeader(HEADER, BEHIND);
            }
        }
    }
}
