package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.UnitNeeds;
import dev.cleave.platform.web.door.Hosts;
import dev.cleave.platform.web.routing.RequestTarget;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.predicate.Predicates;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one address in front: hands each request on, by its path, to a process that holds the context. Listens on the
 * loopback address only.
 */
final class Front implements AutoCloseable {

    private static final AttachmentKey<Boolean> SENT = AttachmentKey.create(Boolean.class);
    private static final Hosts THIS_MACHINE = new Hosts(List.of());
    private static final int MISDIRECTED = 421;
    private static final HttpString NO_SNIFFING = new HttpString("X-Content-Type-Options");
    private static final HttpString WHOSE_RESOURCE = new HttpString("Cross-Origin-Resource-Policy");
    private static final HttpString RETRY_AFTER = new HttpString("Retry-After");
    private static final int IO_THREADS = 2;
    private static final int WORKERS = 8;
    private static final int CONNECTIONS_PER_THREAD = 200;
    private static final int QUEUE = 1000;
    private static final int OTHER_REPLICAS_TRIED = 3;
    private static final Duration MOST_TIME = Duration.ofSeconds(60);
    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    /** Held, because the logging system itself only remembers loggers that somebody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss"));

    static {
        System.setProperty("org.jboss.logging.provider", "jdk");
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final Profile profile;
    private final Own own;
    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final Map<String, String> unitsByOwnPath = new HashMap<>();
    private final Map<URI, HttpHandler> single = new ConcurrentHashMap<>();
    private final GracefulShutdownHandler all = new GracefulShutdownHandler(this::handle);
    private final Undertow server;

    /** What the front answers itself. */
    interface Own {

        /** Whether each unit can be reached, and its processes. */
        Map<String, Object> health();

        /** All that is known of each process. */
        Object processes();

        /** The description of the whole HTTP interface; null if a part of it can't be had at present. */
        @Nullable String openApi();

        /** A certain process of a unit. */
        @Nullable URI replica(String unit, String number);
    }

    /** The processes of one unit that requests may go to at present. */
    private static final class Pool {

        private final LoadBalancingProxyClient balancer = new LoadBalancingProxyClient()
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setMaxQueueSize(QUEUE)
                .setProblemServerRetry(1);
        private final HttpHandler handler = proxy(balancer, MOST_TIME);
        private Set<URI> targets = Set.of();

        synchronized void serve(Set<URI> next) {
            next.stream().filter(target -> !targets.contains(target)).forEach(balancer::addHost);
            targets.stream().filter(target -> !next.contains(target)).forEach(balancer::removeHost);
            targets = Set.copyOf(next);
        }
    }

    /**
     * Listens on a port.
     *
     * @throws CannotStart if that is taken
     */
    Front(Profile profile, int port, Own own) {
        this.profile = profile;
        this.own = own;
        for (Unit unit : profile.units()) {
            pools.put(unit.name(), new Pool());
            UnitNeeds.of(unit, profile).ownPaths().forEach(path -> unitsByOwnPath.put(path, unit.name()));
        }
        server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(WORKERS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .setHandler(exchange -> {
                    exchange.addDefaultResponseListener(Front::explain);
                    if (isOurs(exchange)) {
                        all.handleRequest(exchange);
                    }
                })
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new CannotStart("Nothing can listen on port " + port + " of this machine: " + e.getMessage()
                    + ". End what listens there, or choose another port with --port.");
        }
    }

    int port() {
        return ((java.net.InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    /** From now on requests for a unit's contexts go to these processes in turn. */
    void serve(String unit, Set<URI> targets) {
        pools.get(unit).serve(targets);
    }

    /** As each unit decides it: one way to write a path, and no names that others have made lead here. */
    private static boolean isOurs(HttpServerExchange exchange) {
        Optional<String> fault = RequestTarget.faultOfPath(exchange.getRequestURI());
        if (fault.isPresent()) {
            problem(exchange, StatusCodes.BAD_REQUEST, "malformed-path", fault.get(), false);
            return false;
        }
        if (exchange.getRequestHeaders().contains(Headers.HOST)
                && !THIS_MACHINE.include(exchange.getHostName(),
                        exchange.getDestinationAddress().getAddress().getHostAddress())) {
            problem(exchange, MISDIRECTED, "unknown-host", "The system is not called so. Call it localhost.", false);
            return false;
        }
        return true;
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath();
        List<String> parts = List.of(path.substring(1).split("/", -1));
        switch (parts.getFirst()) {
            case "" -> {
                exchange.setStatusCode(StatusCodes.FOUND);
                exchange.getResponseHeaders().put(Headers.LOCATION, "/swagger-ui.html");
                exchange.endExchange();
            }
            case "actuator" -> exchange.dispatch((HttpHandler) dispatched -> actuator(dispatched, path));
            case "units" -> single(exchange, parts);
            case "v3" -> {
                if (path.equals("/v3/api-docs") && exchange.getRequestMethod().equals(Methods.GET)) {
                    exchange.dispatch((HttpHandler) this::openApi);
                } else {
                    pools.values().iterator().next().handler.handleRequest(exchange);
                }
            }
            default -> poolOf(parts).handler.handleRequest(exchange);
        }
    }

    /** Where nobody is responsible, anybody says so. */
    private Pool poolOf(List<String> parts) {
        Optional<String> unit = parts.getFirst().equals("api") && parts.size() > 1
                ? profile.unitOf(parts.get(1)).map(Unit::name)
                : Optional.ofNullable(unitsByOwnPath.get("/" + parts.getFirst()));
        return unit.map(pools::get).orElseGet(() -> pools.values().iterator().next());
    }

    private void actuator(HttpServerExchange exchange, String path) {
        Map<String, Object> health = own.health();
        if (path.equals("/actuator/health/liveness")) {
            json(exchange, StatusCodes.OK, Map.of("status", "UP"));
        } else if (path.equals("/actuator/health") || path.equals("/actuator/health/readiness")) {
            json(exchange, "UP".equals(health.get("status")) ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE, health);
        } else if (path.equals("/actuator/units")) {
            json(exchange, StatusCodes.OK, own.processes());
        } else {
            problem(exchange, StatusCodes.NOT_FOUND, "not-found",
                    "Every process has an actuator of its own: /units/UNIT/NUMBER" + path + ". /actuator/units lists"
                            + " them.",
                    false);
        }
    }

    private void openApi(HttpServerExchange exchange) {
        String description = own.openApi();
        if (description == null) {
            problem(exchange, StatusCodes.SERVICE_UNAVAILABLE, "unavailable", "A unit can't be reached at present.", true);
        } else {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(description);
        }
    }

    /** {@code /units/UNIT/NUMBER/…}: a certain process, for its actuator. */
    private void single(HttpServerExchange exchange, List<String> parts) throws Exception {
        URI replica = parts.size() > 3 ? own.replica(parts.get(1), parts.get(2)) : null;
        if (replica == null) {
            problem(exchange, StatusCodes.NOT_FOUND, "not-found",
                    "There is no such process. Write /units/UNIT/NUMBER/actuator/…; /actuator/units lists them.", false);
            return;
        }
        exchange.setResolvedPath("/units/" + parts.get(1) + "/" + parts.get(2));
        HttpHandler handler = single.computeIfAbsent(
                replica, target -> proxy(new LoadBalancingProxyClient().setMaxQueueSize(QUEUE).addHost(target), null));
        handler.handleRequest(exchange);
    }

    private static HttpHandler proxy(LoadBalancingProxyClient balancer, @Nullable Duration mostTime) {
        return ProxyHandler.builder()
                .setProxyClient(new Noting(balancer))
                .setMaxRequestTime(mostTime == null ? -1 : (int) mostTime.toMillis())
                .setMaxConnectionRetries(OTHER_REPLICAS_TRIED)
                .setIdempotentRequestPredicate(Predicates.or(
                        exchange -> exchange.getRequestMethod().equals(Methods.GET),
                        exchange -> exchange.getRequestMethod().equals(Methods.HEAD),
                        exchange -> exchange.getRequestHeaders().contains("Idempotency-Key")))
                .build();
    }

    /** Notes that a request is about to be sent, from when on it is not known to have had no effect. */
    private record Noting(LoadBalancingProxyClient balancer) implements ProxyClient {

        @Override
        public ProxyTarget findTarget(HttpServerExchange exchange) {
            return balancer.findTarget(exchange);
        }

        @Override
        public List<ProxyTarget> getAllTargets() {
            return balancer.getAllTargets();
        }

        @Override
        public void getConnection(
                ProxyTarget target,
                HttpServerExchange exchange,
                ProxyCallback<ProxyConnection> callback,
                long timeout,
                TimeUnit unit) {
            balancer.getConnection(target, exchange, new ProxyCallback<>() {
                @Override
                public void completed(HttpServerExchange connected, ProxyConnection connection) {
                    connected.putAttachment(SENT, Boolean.TRUE);
                    callback.completed(connected, connection);
                }

                @Override
                public void failed(HttpServerExchange failed) {
                    callback.failed(failed);
                }

                @Override
                public void couldNotResolveBackend(HttpServerExchange nowhere) {
                    callback.couldNotResolveBackend(nowhere);
                }

                @Override
                public void queuedRequestFailed(HttpServerExchange queued) {
                    callback.queuedRequestFailed(queued);
                }
            }, timeout, unit);
        }
    }

    /** Gives what the proxy itself ends with a bare status a body; units give theirs themselves. */
    private static boolean explain(HttpServerExchange exchange) {
        int status = exchange.getStatusCode();
        boolean ownFailure = status >= StatusCodes.INTERNAL_SERVER_ERROR
                && !exchange.getResponseHeaders().contains(Headers.CONTENT_TYPE);
        if (!ownFailure || !exchange.isResponseChannelAvailable()) {
            return false;
        }
        if (status == StatusCodes.INTERNAL_SERVER_ERROR) {
            problem(exchange, status, "internal-error", "Something went wrong on our side.", false);
            return true;
        }
        boolean reading = exchange.getRequestMethod().equals(Methods.GET) || exchange.getRequestMethod().equals(Methods.HEAD);
        if (exchange.getAttachment(SENT) == null || reading) {
            problem(exchange, StatusCodes.SERVICE_UNAVAILABLE, "not-delivered",
                    "The part of the system that decides this is not reachable; nothing was changed.", true);
        } else {
            problem(exchange, StatusCodes.SERVICE_UNAVAILABLE, "outcome-unknown",
                    "The request may or may not have taken effect. Send it again with the same Idempotency-Key, or"
                            + " look first.",
                    true);
        }
        return true;
    }

    private static void problem(HttpServerExchange exchange, int status, String code, String detail, boolean retryable) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", StatusCodes.getReason(status));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        if (retryable) {
            body.put("retryable", true);
            exchange.getResponseHeaders().put(RETRY_AFTER, "1");
        }
        exchange.setStatusCode(status);
        forNoOtherSite(exchange);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender().send(JsonMapper.shared().writeValueAsString(body));
    }

    private static void json(HttpServerExchange exchange, int status, Object body) {
        exchange.setStatusCode(status);
        forNoOtherSite(exchange);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(JsonMapper.shared().writeValueAsString(body));
    }

    private static void forNoOtherSite(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(NO_SNIFFING, "nosniff").put(WHOSE_RESOURCE, "same-origin");
    }

    /** Takes no new requests, lets those at hand be answered, and ends. */
    @Override
    public void close() {
        all.shutdown();
        try {
            all.awaitShutdown(TO_FINISH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
