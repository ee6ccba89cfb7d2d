package dev.cleave.platform.web.intake;

import dev.cleave.platform.web.problem.BrokenTransfer;
import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in a request's body before anything else is done for it, so that a body that drips in holds up nobody but its sender. Refuses
 * what is no JSON by its declared type, bodies over the limit (by their announced length at once, in pieces as soon as too much has
 * arrived), and those that do not arrive in time.
 */
public final class BodyFilter extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BODY = BodyFilter.class.getName() + ".body";
    private static final int FIRST_PIECE = 8 * 1024;

    private final long limit;
    private final Duration timeout;
    private final PayloadMemory memory;

    public BodyFilter(long limit, Duration timeout, PayloadMemory memory) {
        this.limit = limit;
        this.timeout = timeout;
        this.memory = memory;
    }

    /** The body of a request that has passed here; empty if it has none. */
    public static byte[] bodyOf(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_BODY.contains(request.getMethod())
                || request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (PayloadMemory.Share share = memory.share()) {
            Object taken = refusal(request);
            taken = taken == null ? read(request, share) : taken;
            if (taken instanceof Problem refused) {
                response.setHeader("Connection", "close");
                Problems.write(refused, request, response);
            } else {
                request.setAttribute(BODY, taken);
                chain.doFilter(new ReadRequest(request, (byte[]) taken), response);
            }
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request) {
        if (request.getContentLengthLong() > limit) {
            return Problem.ofStatus(413);
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Problem.of(415, "unsupported-media-type", "Bodies are taken uncompressed only.");
        }
        return isJson(request.getContentType()) ? null : Problem.ofStatus(415);
    }

    private static boolean isJson(@Nullable String declared) {
        try {
            if (declared == null) {
                return false;
            }
            MediaType type = MediaType.parseMediaType(declared);
            return type.isConcrete() && type.getType().equals("application")
                    && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"))
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The body, or the problem with it. */
    private Object read(HttpServletRequest request, PayloadMemory.Share share) {
        long end = System.nanoTime() + timeout.toNanos();
        long announced = request.getContentLengthLong();
        byte[] body = new byte[(int) (announced < 0 ? FIRST_PIECE : Math.min(announced, FIRST_PIECE))];
        int length = 0;
        try {
            InputStream stream = request.getInputStream();
            for (int read = stream.read(body); read >= 0; read = stream.read(body, length, body.length - length)) {
                length += read;
                if (length > limit) {
                    return Problem.ofStatus(413);
                }
                if (System.nanoTime() - end > 0) {
                    return Problem.ofStatus(408);
                }
                if (length == announced) {
                    break;
                }
                if (length == body.length) {
                    long larger = Math.min(announced < 0 ? limit + 1 : announced, body.length * 2L);
                    if (!share.growTo(larger)) {
                        return Problem
                                .of(503, "overloaded", "The system has too many large requests at hand; nothing was changed."
                                        + " Try again in a moment.")
                                .asRetryable();
                    }
                    body = Arrays.copyOf(body, (int) larger);
                }
            }
        } catch (IOException broken) {
            return BrokenTransfer.problem(broken).orElseGet(() -> Problem.ofStatus(400));
        }
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    /** A request whose body has been read already. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final ServletInputStream stream;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.stream = new ReadBody(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    private static final class ReadBody extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        ReadBody(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is read already");
        }
    }
}
