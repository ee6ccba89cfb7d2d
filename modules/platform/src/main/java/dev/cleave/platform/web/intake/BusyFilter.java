package dev.cleave.platform.web.intake;

import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells callers to come back when more requests are being worked on than the system can carry, or more processes under way than it
 * works off.
 */
public final class BusyFilter extends OncePerRequestFilter {

    private final Semaphore places;
    private final Intake intake;
    private final Counter startsTurnedAway;
    private final Counter requestsTurnedAway;

    public BusyFilter(int maxConcurrentRequests, Intake intake, MeterRegistry meters) {
        this.places = new Semaphore(maxConcurrentRequests);
        this.intake = intake;
        this.startsTurnedAway = turnedAway("starts", meters);
        this.requestsTurnedAway = turnedAway("requests", meters);
        Gauge.builder("cleave.requests", places, free -> maxConcurrentRequests - free.availablePermits())
                .description("Requests that are being worked on").register(meters);
        Gauge.builder("cleave.requests.held", intake, Intake::waiting)
                .description("Requests that wait in line because they start a process and a policy is behind").register(meters);
        Gauge.builder("cleave.requests.max", () -> maxConcurrentRequests)
                .description("Requests that may be worked on at once").register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Intake.Decision decision = intake.decide(request);
        if (decision != Intake.Decision.GO_ON) {
            startsTurnedAway.increment();
            Problems.write(turnedAway(decision), request, response);
            return;
        }
        if (!places.tryAcquire()) {
            requestsTurnedAway.increment();
            Problems.write(overloaded("The system has too much to do; nothing was changed. Try again in a moment."), request,
                    response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static Counter turnedAway(String what, MeterRegistry meters) {
        return Counter.builder("cleave.overloaded").tag("what", what)
                .description("What was turned away because there was too much to do").register(meters);
    }

    private static Problem turnedAway(Intake.Decision decision) {
        if (decision == Intake.Decision.NOBODY_WORKS) {
            return Problem
                    .of(503, "events-unattended", "Nobody works on a part of the events, so nothing new is taken on; nothing was"
                            + " changed. Try again later; if that does not help, /actuator/processors shows the operator which part it is.")
                    .asRetryable();
        }
        return overloaded("The system has too much under way to take on more; nothing was changed. Try again in a moment.");
    }

    private static Problem overloaded(String detail) {
        return Problem.of(503, "overloaded", detail).asRetryable();
    }
}
