package dev.cleave.deployment;

/** The images that a deployment is made of. */
public final class Images {

    /** This program. Compose builds it; in Kubernetes, the kustomization says where it was pushed to. */
    public static final String CLEAVE = "cleave";

    public static final String AXON_SERVER = "axoniq/axonserver:2025.2.5-nonroot";
    public static final String POSTGRESQL = "postgres:18.6";
    public static final String CADDY = "caddy:2.10.2";

    private Images() {}
}
