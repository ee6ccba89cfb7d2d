package dev.cleave.deployment.render;

import dev.cleave.deployment.UnitNeeds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manifests for Kubernetes, by file. */
final class Manifests {

    private static final String POD_SECURITY = "pod-security.kubernetes.io/";

    private Manifests() {}

    static Map<String, String> of(Site site) {
        String notice = Rendering.notice(site);
        Map<String, List<HasMetadata>> objects = new LinkedHashMap<>();
        objects.put("namespace", List.of(namespace()));
        for (UnitNeeds unit : site.units()) {
            objects.put(unitFile(unit), new UnitManifests(site, unit).all());
        }
        if (site.axonServer()) {
            objects.put(Site.AXON_SERVER, StoreManifests.axonServer());
        }
        if (site.postgresql()) {
            objects.put(Site.POSTGRESQL, StoreManifests.postgresql(site));
        }
        objects.put("ingress", List.of(TrafficManifests.ingress(site)));
        objects.put("network-policies", TrafficManifests.policies(site));

        Map<String, String> files = new LinkedHashMap<>();
        objects.forEach((name, list) -> files.put(name + ".yaml", Yaml.documents(notice, list)));
        Kustomization kustomization = Kustomization.of(site, List.copyOf(files.keySet()));
        files.put(Kustomization.FILE, Yaml.documents(notice + secrets(site), List.of(kustomization)));
        return files;
    }

    /** So that a unit's file is never another's, whatever its name. */
    private static String unitFile(UnitNeeds unit) {
        return "unit-" + unit.name();
    }

    private static HasMetadata namespace() {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(Parts.NAMESPACE)
                .addToLabels(POD_SECURITY + "enforce", "restricted")
                .addToLabels(POD_SECURITY + "warn", "restricted")
                .endMetadata()
                .build();
    }

    /** Which secrets must be there. */
    private static String secrets(Site site) {
        if (!site.postgresql()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        names.add(Site.POSTGRESQL);
        site.databases().forEach(database -> names.add(UnitManifests.storeSecret(database)));
        return "\n#\n# It needs these secrets, each with the key `password`:\n#   " + String.join("\n#   ", names);
    }
}
