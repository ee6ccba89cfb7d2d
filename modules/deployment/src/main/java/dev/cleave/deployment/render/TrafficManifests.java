package dev.cleave.deployment.render;

import dev.cleave.deployment.UnitNeeds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may talk to whom, and which unit answers what is asked from outside. */
final class TrafficManifests {

    /** A namespace with this label may send requests to units: that of the ingress controller. */
    private static final String ROUTES = "cleave.dev/routes";

    /** A namespace with this label may read units' metrics. */
    private static final String SCRAPES = "cleave.dev/scrapes";

    private static final String TCP = "TCP";
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";

    private TrafficManifests() {}

    static Ingress ingress(Site site) {
        List<HTTPIngressPath> paths = new ArrayList<>();
        for (UnitNeeds unit : site.units()) {
            unit.unit().contexts().forEach(context -> paths.add(path(Site.contextPath(context), unit)));
        }
        return new IngressBuilder()
                .withMetadata(Parts.meta("cleave", Map.of()))
                .withNewSpec()
                .addNewRule()
                .withNewHttp()
                .withPaths(paths)
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    private static HTTPIngressPath path(String path, UnitNeeds unit) {
        return new HTTPIngressPathBuilder()
                .withPath(path)
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName(unit.name())
                .withNewPort()
                .withName("http")
                .endPort()
                .endService()
                .endBackend()
                .build();
    }

    /** Nobody may talk to anybody; and then, who may all the same. */
    static List<HasMetadata> policies(Site site) {
        List<HasMetadata> policies = new ArrayList<>();
        policies.add(new NetworkPolicyBuilder()
                .withMetadata(Parts.meta("deny-all", Map.of()))
                .withNewSpec()
                .withPodSelector(new LabelSelector())
                .withPolicyTypes(INGRESS, EGRESS)
                .endSpec()
                .build());
        policies.add(new NetworkPolicyBuilder()
                .withMetadata(Parts.meta("dns", Map.of()))
                .withNewSpec()
                .withPodSelector(pods(Parts.labelOfUnits()))
                .withPolicyTypes(EGRESS)
                .withEgress(new NetworkPolicyEgressRuleBuilder()
                        .withTo(new NetworkPolicyPeerBuilder()
                                .withNamespaceSelector(pods(Map.of("kubernetes.io/metadata.name", "kube-system")))
                                .withPodSelector(pods(Map.of("k8s-app", "kube-dns")))
                                .build())
                        .withPorts(port("UDP", 53), port(TCP, 53))
                        .build())
                .endSpec()
                .build());
        site.units().forEach(unit -> policies.add(unit(unit)));
        if (site.axonServer()) {
            policies.add(store(Site.AXON_SERVER, Site.AXON_SERVER_PORT, List.of(peer(Parts.labelOfUnits()))));
        }
        if (site.postgresql()) {
            policies.add(store(Site.POSTGRESQL, Site.POSTGRESQL_PORT, site.units().stream()
                    .filter(unit -> !unit.keepsFiles())
                    .map(unit -> peer(Parts.labels(unit)))
                    .toList()));
        }
        return policies;
    }

    private static NetworkPolicy unit(UnitNeeds needs) {
        List<NetworkPolicyEgressRule> egress = new ArrayList<>();
        if (needs.axonServer()) {
            egress.add(to(Site.AXON_SERVER, Site.AXON_SERVER_PORT));
        }
        if (!needs.keepsFiles()) {
            egress.add(to(Site.POSTGRESQL, Site.POSTGRESQL_PORT));
        }
        if (!needs.outsidePorts().isEmpty()) {
            egress.add(new NetworkPolicyEgressRuleBuilder()
                    .withPorts(needs.outsidePorts().stream().map(port -> port(TCP, port)).toList())
                    .build());
        }
        return new NetworkPolicyBuilder()
                .withMetadata(Parts.meta("unit-" + needs.name(), Map.of()))
                .withNewSpec()
                .withPodSelector(pods(Parts.labels(needs)))
                .withPolicyTypes(INGRESS, EGRESS)
                .withIngress(new NetworkPolicyIngressRuleBuilder()
                        .withFrom(namespaces(ROUTES), namespaces(SCRAPES))
                        .withPorts(port(TCP, Site.HTTP_PORT))
                        .build())
                .withEgress(egress)
                .endSpec()
                .build();
    }

    private static NetworkPolicy store(String name, int port, List<NetworkPolicyPeer> from) {
        return new NetworkPolicyBuilder()
                .withMetadata(Parts.meta(name, Map.of()))
                .withNewSpec()
                .withPodSelector(pods(Parts.labels(name)))
                .withPolicyTypes(INGRESS)
                .withIngress(new NetworkPolicyIngressRuleBuilder()
                        .withFrom(from)
                        .withPorts(port(TCP, port))
                        .build())
                .endSpec()
                .build();
    }

    private static NetworkPolicyEgressRule to(String store, int port) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(peer(Parts.labels(store)))
                .withPorts(port(TCP, port))
                .build();
    }

    private static NetworkPolicyPeer peer(Map<String, String> labels) {
        return new NetworkPolicyPeerBuilder().withPodSelector(pods(labels)).build();
    }

    private static NetworkPolicyPeer namespaces(String label) {
        return new NetworkPolicyPeerBuilder().withNamespaceSelector(pods(Map.of(label, "true"))).build();
    }

    private static LabelSelector pods(Map<String, String> labels) {
        return new LabelSelectorBuilder().withMatchLabels(labels).build();
    }

    private static NetworkPolicyPort port(String protocol, int port) {
        return new NetworkPolicyPortBuilder().withProtocol(protocol).withPort(new IntOrString(port)).build();
    }
}
