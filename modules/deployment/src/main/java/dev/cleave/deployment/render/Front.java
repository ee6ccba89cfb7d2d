package dev.cleave.deployment.render;

import dev.cleave.deployment.UnitNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Caddy's configuration: the one address in front, which routes by path. The replicas of a unit are looked up by its name. A
 * request that reached no replica is tried with another for a while; one that may have been carried out is not.
 */
record Front(Admin admin, Apps apps) {

    static final String FILE = "front.json";

    static final String HEALTH = "/health";

    private static final List<String> READING = List.of("GET", "HEAD");

    /** Caddy found no replica, or could not connect to any. */
    private static final String NEVER_SENT =
            "{http.error.message}.startsWith(\"dial \") || {http.error.message}.startsWith(\"no upstreams \")";

    record Admin(boolean disabled, AdminConfig config) {}

    record AdminConfig(boolean persist) {}

    record Apps(Http http) {}

    record Http(String gracePeriod, Map<String, Server> servers) {}

    record Server(List<String> listen, AutomaticHttps automaticHttps, List<Route> routes, Errors errors) {}

    record AutomaticHttps(boolean disable) {}

    record Errors(List<Route> routes) {}

    record Route(List<Match> match, List<Handler> handle) {}

    /** What a request must be like, in every respect that is given. */
    record Match(List<String> path, List<String> method, @Nullable String expression) {

        static Match path(List<String> paths) {
            return new Match(paths, List.of(), null);
        }
    }

    record Handler(
            String handler,
            @Nullable Upstreams dynamicUpstreams,
            @Nullable LoadBalancing loadBalancing,
            @Nullable HealthChecks healthChecks,
            @Nullable Integer statusCode,
            Map<String, List<String>> headers,
            @Nullable String body) {

        static Handler unit(String name) {
            return new Handler(
                    "reverse_proxy",
                    new Upstreams("a", name, String.valueOf(Site.HTTP_PORT), "2s"),
                    new LoadBalancing(new SelectionPolicy("least_conn"), "5s", "250ms"),
                    new HealthChecks(new Passive("3s")),
                    null,
                    Map.of(),
                    null);
        }

        static Handler answer(int status) {
            return new Handler("static_response", null, null, null, status, Map.of(), null);
        }

        static Handler problem(Problem problem) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            headers.put("Content-Type", List.of("application/problem+json"));
            if (problem.retryable()) {
                headers.put("Retry-After", List.of("1"));
            }
            return new Handler("static_response", null, null, null, problem.status(), headers, Yaml.compactJson(problem));
        }
    }

    /** The body of an answer that the front gives itself, as the units give theirs. */
    record Problem(String type, String title, int status, String detail, String code, boolean retryable) {

        static final Problem NOT_FOUND =
                new Problem("about:blank", "Not Found", 404, "There is nothing at this address.", "not-found", false);
        static final Problem NOT_DELIVERED = new Problem("about:blank", "Service Unavailable", 503,
                "The part of the system that decides this is not reachable; nothing was changed.", "not-delivered", true);
        static final Problem OUTCOME_UNKNOWN = new Problem("about:blank", "Service Unavailable", 503,
                "The request may or may not have taken effect. Send it again with the same Idempotency-Key, or look first.",
                "outcome-unknown", true);
    }

    record Upstreams(String source, String name, String port, String refresh) {}

    record LoadBalancing(SelectionPolicy selectionPolicy, String tryDuration, String tryInterval) {}

    record SelectionPolicy(String policy) {}

    record HealthChecks(Passive passive) {}

    record Passive(String failDuration) {}

    static Front of(Site site) {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(List.of(Match.path(List.of(HEALTH))), List.of(Handler.answer(200))));
        for (UnitNeeds unit : site.units()) {
            Stream<String> open = unit.unit().contexts().stream().map(Site::contextPath);
            List<String> paths = Stream.concat(open, unit.ownPaths().stream())
                    .flatMap(path -> Stream.of(path, path + "/*"))
                    .toList();
            routes.add(new Route(List.of(Match.path(paths)), List.of(Handler.unit(unit.name()))));
        }
        routes.add(new Route(List.of(), List.of(Handler.problem(Problem.NOT_FOUND))));
        Errors errors = new Errors(List.of(
                new Route(
                        List.of(new Match(List.of(), READING, null), new Match(List.of(), List.of(), NEVER_SENT)),
                        List.of(Handler.problem(Problem.NOT_DELIVERED))),
                new Route(List.of(), List.of(Handler.problem(Problem.OUTCOME_UNKNOWN)))));
        Server server = new Server(List.of(":" + Site.HTTP_PORT), new AutomaticHttps(true), routes, errors);
        return new Front(new Admin(true, new AdminConfig(false)), new Apps(new Http("20s", Map.of(Site.FRONT, server))));
    }
}
