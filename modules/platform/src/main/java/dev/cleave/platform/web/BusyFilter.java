package dev.cleave.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells callers to come back when more requests are being worked on than the system can carry. */
final class BusyFilter extends OncePerRequestFilter {

    private final Semaphore places;

    BusyFilter(int maxConcurrentRequests) {
        this.places = new Semaphore(maxConcurrentRequests);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            Problem busy = Problem.of(503, "overloaded", "The system has too much to do; nothing was changed.").asRetryable();
            Problems.write(busy, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
