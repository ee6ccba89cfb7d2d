package dev.cleave.deployment.render;

import dev.cleave.deployment.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code kubectl apply -k} begins with. Its properties are named as Kustomize names them. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<Labels> labels,
        List<String> resources,
        List<Image> images,
        List<ConfigMapArgs> configMapGenerator) {

    static final String FILE = "kustomization.yaml";

    /** The folder below it for a profile that the program does not bring along. */
    static final String PROFILE_FOLDER = "profile/";

    /** Config maps. Kustomize adds a hash to their names, so that what uses them is started anew when they change. */
    static final String SETTINGS = "cleave";

    static final String STORES = "cleave-stores";
    static final String DATABASES = "databases";
    static final String AXON_SERVER = "axon-server";
    static final String PROFILE = "cleave-profile";

    record Labels(Map<String, String> pairs) {}

    record Image(String name, String newName, String newTag) {}

    record ConfigMapArgs(String name, List<String> literals, List<String> files) {}

    static Kustomization of(Site site, List<String> resources) {
        List<ConfigMapArgs> maps = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        settings.add("CLEAVE_PROFILE=" + site.reference());
        if (site.axonServer()) {
            settings.add("AXON_AXONSERVER_SERVERS=" + Site.AXON_SERVER + ":" + Site.AXON_SERVER_PORT);
            maps.add(new ConfigMapArgs(
                    AXON_SERVER,
                    AxonServer.SETTINGS.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .toList(),
                    List.of()));
        }
        maps.addFirst(new ConfigMapArgs(SETTINGS, settings, List.of()));
        if (site.postgresql()) {
            maps.add(new ConfigMapArgs(
                    STORES,
                    List.of(
                            "CLEAVE_STORE_URL=jdbc:postgresql://" + Site.POSTGRESQL + "/{name}",
                            "CLEAVE_STORE_USERNAME={name}"),
                    List.of()));
            maps.add(new ConfigMapArgs(DATABASES, List.of(), List.of(DatabaseScript.FILE)));
        }
        if (site.ownFile() != null) {
            maps.add(new ConfigMapArgs(PROFILE, List.of(), List.of(PROFILE_FOLDER + site.fileName())));
        }
        return new Kustomization(
                "kustomize.config.k8s.io/v1beta1",
                "Kustomization",
                Parts.NAMESPACE,
                List.of(new Labels(Map.of(Parts.PART_OF, "cleave"))),
                resources,
                List.of(new Image(Images.CLEAVE, Images.CLEAVE, "latest")),
                maps);
    }
}
