package dev.cleave.bootstrap.render;

/** The images that a deployment is made of. */
final class Images {

    /** This program. Compose builds it; in Kubernetes, the kustomization says where it was pushed to. */
    static final String CLEAVE = "cleave";

    static final String AXON_SERVER = "axoniq/axonserver:2025.2.5-nonroot";
    static final String POSTGRESQL = "postgres:18.6";
    static final String CADDY = "caddy:2.10.2";

    private Images() {}
}
