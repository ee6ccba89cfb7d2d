package dev.cleave.deployment.render;

import dev.cleave.deployment.Images;
import dev.cleave.deployment.UnitNeeds;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What units stand on: Axon Server and PostgreSQL, one pod each, with a volume that outlives it. */
final class StoreManifests {

    private static final String DATA = "data";
    private static final String GRPC = "grpc";
    private static final String HTTP = "http";
    private static final String SQL = "sql";
    private static final String SOCKET = "socket";
    private static final String SCRIPT = "script";

    private StoreManifests() {}

    static List<HasMetadata> axonServer() {
        Map<String, String> labels = Parts.labels(Site.AXON_SERVER);
        List<VolumeMount> mounts = new ArrayList<>(List.of(Parts.tmpMount()));
        AxonServer.FOLDERS.forEach(folder -> mounts.add(Parts.part(DATA, folder, AxonServer.HOME + folder)));
        Container container = new ContainerBuilder()
                .withName(Site.AXON_SERVER)
                .withImage(Images.AXON_SERVER)
                .withPorts(Parts.port(GRPC, Site.AXON_SERVER_PORT), Parts.port(HTTP, Site.AXON_SERVER_HTTP_PORT))
                .withEnvFrom(Parts.settings(Kustomization.AXON_SERVER))
                .withResources(Parts.resources("500m", AxonServer.MEBIBYTES))
                .withSecurityContext(Parts.container(false))
                .withStartupProbe(health(60))
                .withReadinessProbe(health(3))
                .withLivenessProbe(new ProbeBuilder()
                        .withNewTcpSocket()
                        .withPort(new IntOrString(GRPC))
                        .endTcpSocket()
                        .withPeriodSeconds(10)
                        .withTimeoutSeconds(3)
                        .withFailureThreshold(6)
                        .build())
                .withVolumeMounts(mounts)
                .build();
        PodSpec pod = pod(AxonServer.USER, container).withVolumes(Parts.tmp()).build();
        return List.of(
                statefulSet(Site.AXON_SERVER, labels, pod, Parts.claim(DATA, "20Gi")),
                service(Site.AXON_SERVER, labels, Parts.servicePort(GRPC, Site.AXON_SERVER_PORT),
                        Parts.servicePort(HTTP, Site.AXON_SERVER_HTTP_PORT)));
    }

    static List<HasMetadata> postgresql(Site site) {
        Map<String, String> labels = Parts.labels(Site.POSTGRESQL);
        List<EnvVar> environment = new ArrayList<>();
        environment.add(Parts.secret("POSTGRES_PASSWORD", Site.POSTGRESQL, "password", false));
        for (String database : site.databases()) {
            environment.add(Parts.secret(
                    UnitNeeds.passwordVariable(database), UnitManifests.storeSecret(database), "password", false));
        }
        Container container = new ContainerBuilder()
                .withName(Site.POSTGRESQL)
                .withImage(Images.POSTGRESQL)
                .withArgs(Postgresql.command(site))
                .withPorts(Parts.port(SQL, Site.POSTGRESQL_PORT))
                .withEnv(environment)
                .withResources(Parts.resources("500m", Postgresql.MEBIBYTES))
                .withSecurityContext(Parts.container(true))
                .withStartupProbe(answers(60))
                .withReadinessProbe(answers(3))
                .withLivenessProbe(answers(6))
                .withVolumeMounts(
                        Parts.tmpMount(),
                        Parts.mount(SOCKET, "/var/run/postgresql"),
                        Parts.mount(DATA, Postgresql.HOME),
                        Parts.mount(SCRIPT, "/docker-entrypoint-initdb.d"))
                .build();
        PodSpec pod = pod(Postgresql.USER, container)
                .withVolumes(Parts.tmp(), Parts.scratch(SOCKET, "16Mi"), Parts.configMap(SCRIPT, Kustomization.DATABASES))
                .build();
        return List.of(
                statefulSet(Site.POSTGRESQL, labels, pod, Parts.claim(DATA, "20Gi")),
                service(Site.POSTGRESQL, labels, Parts.servicePort(SQL, Site.POSTGRESQL_PORT)));
    }

    private static PodSpecBuilder pod(long user, Container container) {
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds((long) Site.SECONDS_TO_STOP)
                .withSecurityContext(Parts.pod(user))
                .withContainers(container);
    }

    private static StatefulSet statefulSet(String name, Map<String, String> labels, PodSpec pod, PersistentVolumeClaim claim) {
        return new StatefulSetBuilder()
                .withMetadata(Parts.meta(name, labels))
                .withNewSpec()
                .withReplicas(1)
                .withServiceName(name)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withSpec(pod)
                .endTemplate()
                .withVolumeClaimTemplates(claim)
                .endSpec()
                .build();
    }

    /** Headless, because there is one pod, and whoever has found it stays connected. */
    private static Service service(String name, Map<String, String> labels, ServicePort... ports) {
        return new ServiceBuilder()
                .withMetadata(Parts.meta(name, labels))
                .withNewSpec()
                .withClusterIP("None")
                .withSelector(labels)
                .withPorts(ports)
                .endSpec()
                .build();
    }

    private static Probe health(int failures) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath("/actuator/health")
                .withPort(new IntOrString(HTTP))
                .endHttpGet()
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(failures)
                .build();
    }

    private static Probe answers(int failures) {
        return new ProbeBuilder()
                .withNewExec()
                .withCommand("pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres")
                .endExec()
                .withPeriodSeconds(5)
                .withTimeoutSeconds(3)
                .withFailureThreshold(failures)
                .build();
    }
}
