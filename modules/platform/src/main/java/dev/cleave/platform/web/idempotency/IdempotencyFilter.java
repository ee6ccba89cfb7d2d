package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.datastore.StoreNotWritable;
import dev.cleave.platform.web.idempotency.IdempotentRequests.Claim;
import dev.cleave.platform.web.idempotency.IdempotentRequests.StoredAnswer;
import dev.cleave.platform.web.intake.BodyFilter;
import dev.cleave.platform.web.problem.Mishaps;
import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.ProblemResolver;
import dev.cleave.platform.web.problem.Problems;
import dev.cleave.platform.web.routing.RoutedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a request with an {@code Idempotency-Key} take effect once, however often it is sent.
 *
 * <p>A key belongs to the method and path that it was sent with: the same key on another path is another request. On the same
 * path with another query or body it is refused. The request's identity is durable before the request is worked on; its answer
 * is durable before the caller has it. Kept are answers that will not change: successes, and refusals that the same request
 * would meet again. A request that failed for now keeps its identity, and is worked on again when it comes again. One that was
 * malformed is forgotten, so that it may be corrected.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

    public static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> NEVER_BEGUN = Set.of(400, 401, 403, 405, 406, 413, 415);
    private static final long OTHER_PROCESS_LOOK_AGAIN_MILLIS = 50;

    private final IdempotencyKeys keys;
    private final PresentRequest present;
    private final Duration longestWait;
    private final Map<String, CountDownLatch> here = new ConcurrentHashMap<>();

    public IdempotencyFilter(IdempotencyKeys keys, PresentRequest present, Duration longestWait) {
        this.keys = keys;
        this.present = present;
        this.longestWait = longestWait;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !CHANGING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<IdempotentRequests> requests = RoutedPath.of(request).context().flatMap(keys::of);
        if (requests.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> given = Collections.list(request.getHeaders(HEADER));
        if (given.size() != 1 || !wellFormed(given.getFirst())) {
            Problem malformed = Problem.of(
                    400, "malformed-idempotency-key",
                    "The Idempotency-Key must be given once, as 1 to " + LONGEST_KEY + " printable ASCII characters.");
            Problems.write(malformed, request, response);
            return;
        }
        byte[] body = BodyFilter.bodyOf(request);
        String name = digest(request.getMethod(), RoutedPath.of(request).toString(), given.getFirst());
        String query = request.getQueryString();
        String fingerprint = digest(query == null ? "" : query, body);
        try {
            handle(requests.get(), name, fingerprint, request, response, chain);
        } catch (StoreNotWritable e) {
            Problems.write(ProblemResolver.notWritable(e), request, response);
        } catch (DataAccessException e) {
            LOG.warn("The store of idempotent requests did not answer: {}", Mishaps.describe(e));
            Problems.write(Problem.ofStatus(503), request, response);
        }
    }

    private void handle(
            IdempotentRequests requests,
            String name,
            String fingerprint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        long end = System.nanoTime() + longestWait.toNanos();
        while (true) {
            CountDownLatch mine = new CountDownLatch(1);
            CountDownLatch other = here.putIfAbsent(name, mine);
            Claim claim;
            if (other == null) {
                try {
                    claim = requests.claim(name, fingerprint);
                    if (claim instanceof Claim.Granted granted) {
                        work(requests, name, granted, request, response, chain);
                        return;
                    }
                } finally {
                    here.remove(name, mine);
                    mine.countDown();
                }
            } else {
                claim = requests.look(name, fingerprint).orElseGet(Claim.Taken::new);
            }
            switch (claim) {
                case Claim.Answered answered -> {
                    repeat(answered.answer(), response);
                    return;
                }
                case Claim.Different different -> {
                    Problem reused = Problem.of(
                            422, "idempotency-key-reused",
                            "This Idempotency-Key was sent with another request. Use a new key for a new request.");
                    Problems.write(reused, request, response);
                    return;
                }
                default -> {
                    if (!pause(other, end)) {
                        Problem inProgress = Problem.of(
                                409, "request-in-progress",
                                "A request with this Idempotency-Key is being worked on. Send it again in a moment.");
                        Problems.write(inProgress.asRetryable(), request, response);
                        return;
                    }
                }
            }
        }
    }

    /** Waits for the other to end, as long as there is time; whether there was any left. */
    private static boolean pause(@Nullable CountDownLatch other, long end) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            if (other != null) {
                other.await(left, TimeUnit.NANOSECONDS);
            } else {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(OTHER_PROCESS_LOOK_AGAIN_MILLIS)));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work(
            IdempotentRequests requests,
            String name,
            Claim.Granted granted,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean settled = false;
        present.begin(granted.identity(), granted.repeated());
        try {
            chain.doFilter(request, answer);
            settle(requests, name, granted, request, answer);
            settled = true;
        } finally {
            present.end();
            if (!settled) {
                requests.release(name, granted);
            }
        }
        answer.copyBodyToResponse();
    }

    private static void settle(
            IdempotentRequests requests,
            String name,
            Claim.Granted granted,
            HttpServletRequest request,
            ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        byte[] body = answer.getContentAsByteArray();
        if (status >= 500 || status == 429 || status == 408 || Problems.passing(request) || body.length > LARGEST_ANSWER) {
            requests.release(name, granted);
        } else if (NEVER_BEGUN.contains(status)) {
            requests.forget(name, granted);
        } else {
            requests.answer(name, new StoredAnswer(status, answer.getHeader("Location"), answer.getContentType(), body));
        }
    }

    private static void repeat(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader("Location", answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }

    private static boolean wellFormed(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static String digest(String method, String path, String key) {
        return digest(method + '\n' + path + '\n' + key, new byte[0]);
    }

    private static String digest(String text, byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) '\n');
            sha.update(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
