package dev.cleave.platform.processing;

import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells meters and log of the events that a processor handles; with the last of a policy's batch goes the wait for its answers. */
final class EventWatch implements MessageHandlerInterceptor<EventMessage<?>> {

    private final Processor processor;
    private final Timer handled;
    private final Timer failed;

    EventWatch(Processor processor, MeterRegistry meters) {
        this.processor = processor;
        this.handled = timer(processor, "handled", meters);
        this.failed = timer(processor, "failed", meters);
    }

    private static Timer timer(Processor processor, String outcome, MeterRegistry meters) {
        return Timer.builder("cleave.events.handled")
                .description("Events handled by a processor, those included that it will handle again")
                .tags(processor.tags())
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        long begin = System.nanoTime();
        Timer outcome = failed;
        try (LogContext _ = LogContext.of(unitOfWork.getMessage(), processor.context().name())) {
            Object result = chain.proceed();
            outcome = handled;
            return result;
        } finally {
            outcome.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    /** Makes handling an event a part of the trace that led to it, the first time that it is handled. */
    record Traced(Processor processor, Tracing tracing) implements MessageHandlerInterceptor<EventMessage<?>> {

        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
            EventMessage<?> event = unitOfWork.getMessage();
            if (event instanceof TrackedEventMessage<?> tracked && ReplayToken.isReplay(tracked)) {
                return chain.proceed();
            }
            String name = processor.name() + " " + event.getPayloadType().getSimpleName();
            try (Tracing.Part part = tracing.continued(name, Tracing.Side.FOLLOWING, event.getMetaData())) {
                part.tag("cleave.context", processor.context().name());
                try {
                    return chain.proceed();
                } catch (Exception e) {
                    part.failed(e);
                    throw e;
                }
            }
        }
    }
}
