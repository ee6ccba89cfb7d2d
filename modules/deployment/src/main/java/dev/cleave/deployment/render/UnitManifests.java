package dev.cleave.deployment.render;

import dev.cleave.deployment.Images;
import dev.cleave.deployment.UnitNeeds;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One unit of a profile: its pods, how many of them, and its address. */
final class UnitManifests {

    private static final String HTTP = "http";
    private static final String DATA = "data";
    private static final String PROFILE = "profile";

    /** For how long a stopping pod goes on as if nothing were, until nobody sends it requests any more. */
    private static final long SECONDS_TO_BE_FORGOTTEN = 10;

    private static final int CPU_PERCENT = 75;
    private static final String LAG_METRIC = "cleave_processor_lag_seconds";
    private static final String LAG_SECONDS = "5";

    private final Site site;
    private final UnitNeeds needs;
    private final Map<String, String> labels;

    UnitManifests(Site site, UnitNeeds needs) {
        this.site = site;
        this.needs = needs;
        this.labels = Parts.labels(needs);
    }

    static String storeSecret(String database) {
        return "store-" + database;
    }

    List<HasMetadata> all() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(needs.scales() ? deployment() : statefulSet());
        objects.add(new ServiceBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withSelector(labels)
                .withPorts(Parts.servicePort(HTTP, Site.HTTP_PORT))
                .endSpec()
                .build());
        if (needs.scales()) {
            objects.add(autoscaler());
            // One replica may be taken away at a time. Where there is only one, a node can be emptied all the same.
            objects.add(new PodDisruptionBudgetBuilder()
                    .withMetadata(meta())
                    .withNewSpec()
                    .withMaxUnavailable(new IntOrString(1))
                    .withUnhealthyPodEvictionPolicy("AlwaysAllow")
                    .withNewSelector()
                    .withMatchLabels(labels)
                    .endSelector()
                    .endSpec()
                    .build());
        }
        return objects;
    }

    /** Says nothing of replicas, which are the autoscaler's. A new pod is ready before an old one goes. */
    private Deployment deployment() {
        return new DeploymentBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withMinReadySeconds(5)
                .withRevisionHistoryLimit(5)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString(1))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(pod())
                .endSpec()
                .build();
    }

    /** For what only one process may do at a time: the old pod is gone before a new one starts. */
    private StatefulSet statefulSet() {
        return new StatefulSetBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withReplicas(1)
                .withServiceName(needs.name())
                .withRevisionHistoryLimit(5)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withTemplate(pod())
                .withVolumeClaimTemplates(needs.keepsFiles() ? List.of(Parts.claim(DATA, "10Gi")) : List.of())
                .endSpec()
                .build();
    }

    private PodTemplateSpec pod() {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(labels)
                .addToAnnotations("prometheus.io/scrape", "true")
                .addToAnnotations("prometheus.io/port", String.valueOf(Site.HTTP_PORT))
                .addToAnnotations("prometheus.io/path", "/actuator/prometheus")
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(SECONDS_TO_BE_FORGOTTEN + Site.SECONDS_TO_STOP)
                .withSecurityContext(Parts.pod(Site.USER))
                .withTopologySpreadConstraints(
                        needs.scales()
                                ? List.of(spread("kubernetes.io/hostname"), spread("topology.kubernetes.io/zone"))
                                : List.of())
                .withContainers(container())
                .withVolumes(volumes())
                .endSpec()
                .build();
    }

    private TopologySpreadConstraint spread(String over) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(1)
                .withTopologyKey(over)
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .withMatchLabels(labels)
                .endLabelSelector()
                .withMatchLabelKeys("pod-template-hash")
                .build();
    }

    private Container container() {
        return new ContainerBuilder()
                .withName(Images.CLEAVE)
                .withImage(Images.CLEAVE)
                .withImagePullPolicy("IfNotPresent")
                .withPorts(Parts.port(HTTP, Site.HTTP_PORT))
                .withEnvFrom(settings())
                .withEnv(environment())
                .withResources(Parts.resources("250m", needs.mebibytes()))
                .withSecurityContext(Parts.container(true))
                // Five minutes: the first start sets the stores up, and may wait for Axon Server.
                .withStartupProbe(probe("liveness", 5, 60))
                .withReadinessProbe(probe("readiness", 5, 2))
                .withLivenessProbe(probe("liveness", 10, 6))
                .withNewLifecycle()
                .withNewPreStop()
                .withNewSleep(SECONDS_TO_BE_FORGOTTEN)
                .endPreStop()
                .endLifecycle()
                .withVolumeMounts(mounts())
                .build();
    }

    private List<EnvFromSource> settings() {
        List<EnvFromSource> settings = new ArrayList<>();
        settings.add(Parts.settings(Kustomization.SETTINGS));
        if (!needs.keepsFiles()) {
            settings.add(Parts.settings(Kustomization.STORES));
        }
        return settings;
    }

    private List<EnvVar> environment() {
        List<EnvVar> environment = new ArrayList<>();
        environment.add(Parts.value("CLEAVE_UNIT", needs.name()));
        if (needs.axonServer()) {
            environment.add(Parts.secret("AXON_AXONSERVER_TOKEN", Site.AXON_SERVER, "token", true));
        }
        for (String database : needs.databases()) {
            environment.add(Parts.secret(UnitNeeds.passwordVariable(database), storeSecret(database), "password", false));
        }
        return environment;
    }

    private static Probe probe(String health, int seconds, int failures) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath("/actuator/health/" + health)
                .withPort(new IntOrString(HTTP))
                .endHttpGet()
                .withPeriodSeconds(seconds)
                .withTimeoutSeconds(3)
                .withFailureThreshold(failures)
                .build();
    }

    private List<VolumeMount> mounts() {
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(Parts.tmpMount());
        if (needs.keepsFiles()) {
            mounts.add(Parts.mount(DATA, "/data"));
        }
        if (site.ownFile() != null) {
            mounts.add(Parts.file(PROFILE, site.mountedFile(), site.fileName()));
        }
        return mounts;
    }

    private List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>();
        volumes.add(Parts.tmp());
        if (site.ownFile() != null) {
            volumes.add(Parts.configMap(PROFILE, Kustomization.PROFILE));
        }
        return volumes;
    }

    /**
     * More replicas when those there are work hard, or when some processor is behind; fewer only after a while. A pod that
     * starts works hard too, which is not to call for the next one.
     */
    private HorizontalPodAutoscaler autoscaler() {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withNewScaleTargetRef()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName(needs.name())
                .endScaleTargetRef()
                .withMinReplicas(needs.unit().replicas())
                .withMaxReplicas(needs.mostReplicas())
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(CPU_PERCENT)
                .endTarget()
                .endResource()
                .endMetric()
                .addNewMetric()
                .withType("Pods")
                .withNewPods()
                .withNewMetric()
                .withName(LAG_METRIC)
                .endMetric()
                .withNewTarget()
                .withType("AverageValue")
                .withAverageValue(new Quantity(LAG_SECONDS))
                .endTarget()
                .endPods()
                .endMetric()
                .withNewBehavior()
                .withNewScaleUp()
                .withStabilizationWindowSeconds(60)
                .addNewPolicy(60, "Pods", 1)
                .endScaleUp()
                .withNewScaleDown()
                .withStabilizationWindowSeconds(300)
                .addNewPolicy(60, "Pods", 1)
                .endScaleDown()
                .endBehavior()
                .endSpec()
                .build();
    }

    private ObjectMeta meta() {
        return Parts.meta(needs.name(), labels);
    }
}
