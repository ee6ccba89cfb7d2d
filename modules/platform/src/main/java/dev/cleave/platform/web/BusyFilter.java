package dev.cleave.platform.web;

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
final class BusyFilter extends OncePerRequestFilter {

    private final Semaphore places;
    private final Intake intake;

    BusyFilter(int maxConcurrentRequests, Intake intake) {
        this.places = new Semaphore(maxConcurrentRequests);
        this.intake = intake;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (intake.refuses(request)) {
            overloaded("The system has too much under way to take on more; nothing was changed. Try again in a moment.", request, response);
            return;
        }
        if (!places.tryAcquire()) {
            overloaded("The system has too much to do; nothing was changed. Try again in a moment.", request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static void overloaded(String detail, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(Problem.of(503, "overloaded", detail).asRetryable(), request, response);
    }
}
