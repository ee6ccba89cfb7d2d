package dev.cleave.deployment.render;

import dev.cleave.deployment.Profile;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that a profile is rendered to. */
final class Rendering {

    /** The folder of the manifests for Kubernetes; whatever else it holds is from an earlier rendering. */
    static final String KUBERNETES = "kubernetes/";

    /** The folder of what the containers of Compose are given. */
    static final String COMPOSE = "compose/";

    /** How every file that may carry a remark begins. */
    static final String NOTICE = "# Written by `cleave render ";

    private Rendering() {}

    /**
     * Renders a profile.
     *
     * @param ownFile the text of the profile's file, if the program does not bring it along
     * @param sources where the image is built from, seen from the folder rendered to; null if it must be there already
     * @return the files' contents by path, with slashes
     */
    static SortedMap<String, String> of(Profile profile, @Nullable String ownFile, @Nullable String sources) {
        Site site = Site.of(profile, ownFile, sources);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("compose.yaml", Yaml.snakeCase(notice(site), Compose.of(site)));
        if (!site.oneProcess()) {
            files.put(COMPOSE + Front.FILE, Yaml.json(Front.of(site)));
        }
        Manifests.of(site).forEach((file, content) -> files.put(KUBERNETES + file, content));
        if (site.postgresql()) {
            String script = DatabaseScript.of(site);
            files.put(COMPOSE + DatabaseScript.FILE, script);
            files.put(KUBERNETES + DatabaseScript.FILE, script);
        }
        if (ownFile != null) {
            files.put(COMPOSE + site.fileName(), ownFile);
            files.put(KUBERNETES + Kustomization.PROFILE_FOLDER + site.fileName(), ownFile);
        }
        return files;
    }

    static String notice(Site site) {
        return NOTICE.substring(2) + site.name() + "`. Change the profile instead, and render it again.";
    }
}
