package dev.cleave.bootstrap.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Caddy's configuration: the one address in front, which routes by path. The replicas of a unit are looked up by its name. A request
 * that reached no replica is tried with another for a while; one that may have been carried out is not.
 */
record Front(Admin admin, Apps apps) {

    static final String FILE = "front.json";

    static final String HEALTH = "/health";

    private static final String UNAVAILABLE =
            "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\"code\":\"unavailable\","
                    + "\"detail\":\"The part of the system that answers this is away. Try again in a moment.\"}";
    private static final String NOT_FOUND = "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"code\":\"not-found\","
            + "\"detail\":\"There is nothing at this address.\"}";

    record Admin(boolean disabled, AdminConfig config) {}

    record AdminConfig(boolean persist) {}

    record Apps(Http http) {}

    record Http(String gracePeriod, Map<String, Server> servers) {}

    record Server(List<String> listen, AutomaticHttps automaticHttps, List<Route> routes, Errors errors) {}

    record AutomaticHttps(boolean disable) {}

    record Errors(List<Route> routes) {}

    record Route(List<Match> match, List<Handler> handle) {}

    record Match(List<String> path) {}

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

        static Handler problem(int status, String body) {
            return new Handler("static_response", null, null, null, status,
                    Map.of("Content-Type", List.of("application/problem+json")), body);
        }
    }

    record Upstreams(String source, String name, String port, String refresh) {}

    record LoadBalancing(SelectionPolicy selectionPolicy, String tryDuration, String tryInterval) {}

    record SelectionPolicy(String policy) {}

    record HealthChecks(Passive passive) {}

    record Passive(String failDuration) {}

    static Front of(Site site) {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(List.of(new Match(List.of(HEALTH))), List.of(Handler.answer(200))));
        for (UnitNeeds unit : site.units()) {
            List<String> paths = unit.unit().contexts().stream()
                    .map(Site::contextPath)
                    .flatMap(path -> List.of(path, path + "/*").stream())
                    .toList();
            routes.add(new Route(List.of(new Match(paths)), List.of(Handler.unit(unit.name()))));
        }
        routes.add(new Route(List.of(), List.of(Handler.problem(404, NOT_FOUND))));
        Errors errors = new Errors(List.of(new Route(List.of(), List.of(Handler.problem(503, UNAVAILABLE)))));
        Server server = new Server(List.of(":" + Site.HTTP_PORT), new AutomaticHttps(true), routes, errors);
        return new Front(new Admin(true, new AdminConfig(false)), new Apps(new Http("20s", Map.of(Site.FRONT, server))));
    }
}
