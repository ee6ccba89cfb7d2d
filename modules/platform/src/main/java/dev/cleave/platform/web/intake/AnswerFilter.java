package dev.cleave.platform.web.intake;

import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends an answer after the work on the request has ended and its place is free again, so that whoever reads slowly holds up nobody
 * else. An answer that is not taken within the given time is broken off.
 */
public final class AnswerFilter extends OncePerRequestFilter {

    private static final int PIECE = 8 * 1024;

    private final Duration timeout;
    private final PayloadMemory memory;

    public AnswerFilter(Duration timeout, PayloadMemory memory) {
        this.timeout = timeout;
        this.memory = memory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try (PayloadMemory.Share share = memory.share()) {
            chain.doFilter(request, answer);
            if (request.getMethod().equals("GET") && !share.growTo(answer.getContentSize())) {
                answer.resetBuffer();
                Problems.write(Problem.ofStatus(503), request, answer);
            }
            if (answer.getContentSize() <= PIECE) {
                answer.copyBodyToResponse();
            } else {
                send(answer.getContentAsByteArray(), response);
            }
        }
    }

    private void send(byte[] body, HttpServletResponse response) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        response.setContentLength(body.length);
        for (int sent = 0; sent < body.length; sent += PIECE) {
            response.getOutputStream().write(body, sent, Math.min(PIECE, body.length - sent));
            if (System.nanoTime() - end > 0) {
                throw new IOException("The caller does not take the answer");
            }
        }
    }
}
