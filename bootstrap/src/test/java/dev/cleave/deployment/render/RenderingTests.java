package dev.cleave.deployment.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit;
import dev.cleave.deployment.Unit.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderingTests {

    private static final Unit SHOP = unit("shop", 2, Store.POSTGRESQL, "catalog", "ordering", "payment");
    private static final Unit WAREHOUSE = unit("warehouse", 1, Store.H2, "inventory", "shipping");
    private static final Unit MESSAGES = unit("messages", 1, Store.H2, "notification");
    private static final Profile CUT = new Profile("cut", "A cut.", Messaging.AXON_SERVER, List.of(SHOP, WAREHOUSE, MESSAGES));
    private static final Profile WHOLE = new Profile("whole", "No cut.", Messaging.IN_PROCESS,
            List.of(unit("all", 1, Store.H2, "catalog", "inventory", "ordering", "payment", "shipping", "notification")));

    @Test
    void theSameProfileGivesTheSameText() {
        assertThat(Rendering.of(CUT, null, "../..")).isEqualTo(Rendering.of(CUT, null, "../.."));
    }

    @Test
    void everyPodRunsWithoutRights() {
        for (JsonNode workload : of(CUT, "Deployment", "StatefulSet")) {
            JsonNode pod = workload.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asString()).isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asString()).endsWith("Mi");
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.has(probe)).as(probe + " of " + name(workload)).isTrue();
            }
        }
    }

    @Test
    void unitsWriteToNothingButTheirVolumes() {
        for (String unit : List.of("shop", "warehouse", "messages")) {
            assertThat(container(unit).at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        }
        assertThat(JsonMapper.shared().writeValueAsString(container("warehouse").get("volumeMounts"))).contains("/data");
        assertThat(JsonMapper.shared().writeValueAsString(container("shop").get("volumeMounts"))).doesNotContain("/data");
    }

    @Test
    void aUnitOnFilesIsNeverTwoProcessesAtOnce() {
        JsonNode warehouse = workload("warehouse");

        assertThat(warehouse.get("kind").asString()).isEqualTo("StatefulSet");
        assertThat(warehouse.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(of(CUT, "HorizontalPodAutoscaler")).extracting(RenderingTests::name).containsExactly("shop");
    }

    @Test
    void aUnitThatScalesIsReplacedWithoutAGap() {
        JsonNode shop = workload("shop");

        assertThat(shop.get("kind").asString()).isEqualTo("Deployment");
        assertThat(shop.at("/spec").has("replicas")).as("replicas, which are the autoscaler's").isFalse();
        assertThat(shop.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        JsonNode pod = shop.at("/spec/template/spec");
        assertThat(pod.get("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt() + 60);
        JsonNode scaling = of(CUT, "HorizontalPodAutoscaler").getFirst();
        assertThat(scaling.at("/spec/minReplicas").asInt()).isEqualTo(2);
        assertThat(scaling.at("/spec/maxReplicas").asInt()).isGreaterThan(2);
        assertThat(scaling.at("/spec/metrics").findValuesAsString("name")).contains("cpu", "cleave_processor_lag_seconds");
        assertThat(of(CUT, "PodDisruptionBudget")).extracting(RenderingTests::name).containsExactly("shop");
    }

    @Test
    void whatTheAutoscalerMayAddIsNotTakenAwayAllAtOnce() {
        Profile profile = new Profile("cut", "", Messaging.AXON_SERVER, List.of(
                unit("shop", 1, Store.POSTGRESQL, "catalog", "ordering", "payment"), WAREHOUSE, MESSAGES));

        assertThat(of(profile, "PodDisruptionBudget")).singleElement().satisfies(budget -> {
            assertThat(name(budget)).isEqualTo("shop");
            assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        });
    }

    @Test
    void noSecretIsEverWrittenDown() {
        for (Map.Entry<String, String> file : Rendering.of(CUT, null, "../..").entrySet()) {
            if (file.getKey().startsWith(Rendering.KUBERNETES) && file.getKey().endsWith(".yaml")) {
                for (JsonNode document : documents(file.getValue())) {
                    assertThat(document.path("kind").asString()).isNotEqualTo("Secret");
                    for (JsonNode variable : document.findValues("env").stream().flatMap(JsonNode::valueStream).toList()) {
                        if (Pattern.compile("PASSWORD|TOKEN").matcher(name(variable, "/name")).find()) {
                            assertThat(variable.has("value")).as(variable.toString()).isFalse();
                            assertThat(variable.at("/valueFrom/secretKeyRef").isObject()).isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyDatabaseHasAUserAndAPasswordOfItsOwn() {
        assertThat(Rendering.of(CUT, null, "../..").get("kubernetes/databases.sql"))
                .contains("CREATE DATABASE catalog OWNER catalog;", "CREATE DATABASE ordering OWNER ordering;")
                .contains("CREATE DATABASE payment OWNER payment;", "CREATE DATABASE simulator OWNER simulator;")
                .doesNotContain("inventory", "shipping", "notification", " events ");
        assertThat(passwords(container("shop")))
                .containsExactlyInAnyOrder("store-catalog", "store-ordering", "store-payment", "store-simulator");
        assertThat(passwords(container("warehouse"))).isEmpty();
    }

    @Test
    void oneProcessOnPostgresqlKeepsItsEventsThereToo() {
        Profile profile = new Profile("whole", "", Messaging.IN_PROCESS,
                List.of(new Unit("all", WHOLE.units().getFirst().contexts(), 1, DataSize.ofGigabytes(1), Store.POSTGRESQL)));

        assertThat(Rendering.of(profile, null, "../..").get("compose/databases.sql"))
                .contains("CREATE DATABASE events OWNER events;");
        assertThat(of(profile, "Deployment", "HorizontalPodAutoscaler")).isEmpty();
    }

    @Test
    void oneProcessOnFilesNeedsNothingBesides() {
        assertThat(of(WHOLE, "StatefulSet")).extracting(RenderingTests::name).containsExactly("all");
        JsonNode services = documents(Rendering.of(WHOLE, null, "../..").get("compose.yaml")).getFirst().get("services");
        assertThat(services.propertyNames()).containsExactly("all");
        assertThat(services.at("/all/ports/0").asString()).isEqualTo("127.0.0.1:8080:8080");
    }

    @Test
    void nobodyTalksToAnybodyButAsThePlanSays() {
        assertThat(policy("deny-all").at("/spec/podSelector").isEmpty()).isTrue();
        assertThat(targets("unit-shop")).containsExactlyInAnyOrder("axon-server:8124", "postgresql:5432");
        assertThat(targets("unit-warehouse")).containsExactly("axon-server:8124");
        assertThat(targets("unit-messages"))
                .containsExactlyInAnyOrder("axon-server:8124", "anywhere:25", "anywhere:465", "anywhere:587");
        assertThat(policy("postgresql").at("/spec/ingress/0/from").valueStream()
                .map(peer -> peer.at("/podSelector/matchLabels").get("app.kubernetes.io/component").asString()))
                .containsExactly("shop");
        for (String unit : List.of("unit-shop", "unit-warehouse", "unit-messages")) {
            policy(unit).at("/spec/ingress/0/from").valueStream()
                    .forEach(peer -> assertThat(peer.has("podSelector")).isFalse());
        }
    }

    @Test
    void everyContextsPathLeadsToTheUnitThatHoldsIt() {
        List<String> routes = of(CUT, "Ingress").getFirst().at("/spec/rules/0/http/paths").valueStream()
                .map(path -> path.get("path").asString() + " " + path.at("/backend/service/name").asString())
                .toList();
        assertThat(routes).containsExactly("/api/catalog shop", "/api/ordering shop", "/api/payment shop",
                "/api/inventory warehouse", "/api/shipping warehouse", "/api/notification messages");

        List<String> front = JsonMapper.shared().readTree(Rendering.of(CUT, null, "../..").get("compose/front.json"))
                .at("/apps/http/servers/front/routes").valueStream()
                .filter(route -> route.at("/handle/0/handler").asString().equals("reverse_proxy"))
                .flatMap(route -> route.at("/match/0/path").valueStream()
                        .map(path -> path.asString() + " " + route.at("/handle/0/dynamic_upstreams/name").asString()))
                .filter(route -> !route.contains("*"))
                .toList();
        assertThat(front).containsExactly("/api/catalog shop", "/api/ordering shop", "/api/payment shop", "/simulator shop",
                "/api/inventory warehouse", "/api/shipping warehouse", "/api/notification messages");
    }

    @Test
    void onlyWhereTheFrontAnswersThisMachineAloneIsTheInsideShown() {
        Map<String, String> files = Rendering.of(CUT, null, "../..");

        assertThat(files.get("compose.yaml")).contains("CLEAVE_WEB_INSPECTION: everywhere");
        assertThat(files.entrySet().stream().filter(file -> file.getKey().startsWith(Rendering.KUBERNETES)))
                .noneMatch(file -> file.getValue().contains("CLEAVE_WEB_INSPECTION"));
    }

    @Test
    void theFrontSaysWhetherARequestMayHaveTakenEffect() {
        JsonNode routes = JsonMapper.shared().readTree(Rendering.of(CUT, null, "../..").get("compose/front.json"))
                .at("/apps/http/servers/front/errors/routes");

        assertThat(routes).hasSize(2);
        assertThat(JsonMapper.shared().readTree(routes.at("/0/handle/0/body").asString()).get("code").asString())
                .isEqualTo("not-delivered");
        assertThat(routes.at("/0/match/0/method").valueStream().map(JsonNode::asString)).containsExactly("GET", "HEAD");
        assertThat(routes.at("/0/match/1/expression").asString()).contains("dial");
        JsonNode unknown = JsonMapper.shared().readTree(routes.at("/1/handle/0/body").asString());
        assertThat(unknown.get("code").asString()).isEqualTo("outcome-unknown");
        assertThat(unknown.get("retryable").asBoolean()).isTrue();
    }

    @Test
    void onlyTheFrontCanBeReachedFromOutsideAndOnlyFromThisMachine() {
        JsonNode services = documents(Rendering.of(CUT, null, "../..").get("compose.yaml")).getFirst().get("services");

        Set<String> published = new TreeSet<>();
        services.forEachEntry(
                (name, service) -> service.path("ports").forEach(port -> published.add(name + " " + port.asString())));
        assertThat(published).containsExactly("front 127.0.0.1:8080:8080");
        assertThat(services.at("/warehouse/networks").valueStream().map(JsonNode::asString)).doesNotContain("data");
        assertThat(services.at("/front/networks").valueStream().map(JsonNode::asString)).containsExactly("http");
    }

    @Test
    void aProfileOfOnesOwnIsGivenToItsContainers() {
        Map<String, String> files = Rendering.of(CUT, "units: {}", null);

        assertThat(files)
                .containsEntry("kubernetes/profile/cut.yaml", "units: {}")
                .containsEntry("compose/cut.yaml", "units: {}");
        assertThat(files.get("kubernetes/kustomization.yaml"))
                .contains("CLEAVE_PROFILE=/etc/cleave/cut.yaml", "profile/cut.yaml");
        assertThat(files.get("kubernetes/unit-shop.yaml")).contains("/etc/cleave/cut.yaml");
        assertThat(files.get("compose.yaml")).contains("/etc/cleave/cut.yaml").doesNotContain("build:");
    }

    private static Unit unit(String name, int replicas, Store store, String... contexts) {
        return new Unit(name, List.of(contexts), replicas, DataSize.ofMegabytes(768), store);
    }

    private static JsonNode workload(String name) {
        return of(CUT, "Deployment", "StatefulSet").stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode container(String unit) {
        return workload(unit).at("/spec/template/spec/containers/0");
    }

    private static JsonNode policy(String name) {
        return of(CUT, "NetworkPolicy").stream().filter(object -> name(object).equals(name)).findFirst().orElseThrow();
    }

    private static List<String> passwords(JsonNode container) {
        return container.get("env").valueStream()
                .filter(variable -> name(variable, "/name").endsWith("_PASSWORD"))
                .map(variable -> variable.at("/valueFrom/secretKeyRef/name").asString())
                .toList();
    }

    private static List<String> targets(String policy) {
        List<String> targets = new ArrayList<>();
        for (JsonNode rule : policy(policy).at("/spec/egress")) {
            String to = rule.has("to") ? name(rule.at("/to/0/podSelector/matchLabels"), "/app.kubernetes.io~1name") : "anywhere";
            rule.get("ports").forEach(port -> targets.add(to + ":" + port.get("port").asInt()));
        }
        return targets;
    }

    private static List<JsonNode> of(Profile profile, String... kinds) {
        return Rendering.of(profile, null, "../..").entrySet().stream()
                .filter(file -> file.getKey().startsWith(Rendering.KUBERNETES) && file.getKey().endsWith(".yaml"))
                .flatMap(file -> documents(file.getValue()).stream())
                .filter(object -> List.of(kinds).contains(object.get("kind").asString()))
                .toList();
    }

    private static List<JsonNode> documents(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
                .toList();
    }

    private static String name(JsonNode object) {
        return name(object, "/metadata/name");
    }

    private static String name(JsonNode object, String path) {
        return object.at(path).asString();
    }
}
