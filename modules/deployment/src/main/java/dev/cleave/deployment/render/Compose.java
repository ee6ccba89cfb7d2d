package dev.cleave.deployment.render;

import dev.cleave.deployment.Images;
import dev.cleave.deployment.UnitNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of Docker Compose. What it is made of is named as the Compose specification names it. */
record Compose(
        String name,
        Map<String, Service> services,
        Map<String, Network> networks,
        Map<String, Volume> volumes,
        Map<String, Config> configs) {

    private static final String FRONT_DOOR = "127.0.0.1:" + Site.HTTP_PORT + ":" + Site.HTTP_PORT;
    private static final String HTTP = "http";
    private static final String MESSAGES = "messages";
    private static final String DATA = "data";
    private static final String PROFILE = "profile";
    private static final String DATABASES = "databases";
    private static final String SCRIPT_TARGET = "/docker-entrypoint-initdb.d/" + DatabaseScript.FILE;
    private static final String SLOW_START = "300s";
    private static final String FRONT_TARGET = "/etc/caddy/" + Front.FILE;

    record Service(
            String image,
            @Nullable Build build,
            List<String> command,
            Map<String, String> environment,
            List<ConfigMount> configs,
            List<String> volumes,
            List<String> tmpfs,
            List<String> ports,
            List<String> networks,
            Map<String, Dependency> dependsOn,
            @Nullable Healthcheck healthcheck,
            Deploy deploy,
            @Nullable Boolean readOnly,
            List<String> capDrop,
            List<String> capAdd,
            List<String> securityOpt,
            String restart,
            String stopGracePeriod) {}

    record Build(String context) {}

    record ConfigMount(String source, String target) {}

    record Dependency(String condition) {

        static final Dependency HEALTHY = new Dependency("service_healthy");
    }

    record Healthcheck(List<String> test, String interval, String timeout, int retries, String startPeriod) {}

    record Deploy(@Nullable Integer replicas, Resources resources) {}

    record Resources(Limits limits) {}

    record Limits(String memory) {}

    /** A network, which nobody outside reaches, and that reaches nobody outside, if it is internal. */
    record Network(@Nullable Boolean internal) {}

    record Volume() {}

    record Config(String file) {}

    static Compose of(Site site) {
        Map<String, Service> services = new LinkedHashMap<>();
        if (!site.oneProcess()) {
            services.put(Site.FRONT, front(site));
        }
        for (UnitNeeds unit : site.units()) {
            services.put(unit.name(), unit(site, unit));
        }
        if (site.axonServer()) {
            services.put(Site.AXON_SERVER, axonServer());
        }
        if (site.postgresql()) {
            services.put(Site.POSTGRESQL, postgresql(site));
        }
        return new Compose("cleave-" + site.name(), services, networks(site), volumes(site), configs(site));
    }

    private static Service front(Site site) {
        Map<String, Dependency> units = new LinkedHashMap<>();
        site.units().forEach(unit -> units.put(unit.name(), Dependency.HEALTHY));
        return new Service(
                Images.CADDY,
                null,
                List.of("caddy", "run", "--config", FRONT_TARGET),
                Map.of(),
                List.of(new ConfigMount(Site.FRONT, FRONT_TARGET)),
                List.of(),
                List.of("/config", "/data", "/tmp"),
                List.of(FRONT_DOOR),
                List.of(HTTP),
                units,
                new Healthcheck(
                        List.of("CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:" + Site.HTTP_PORT + Front.HEALTH),
                        "5s", "3s", 3, "10s"),
                deploy(null, "128m"),
                true,
                List.of("ALL"),
                // Caddy's binary carries this capability, and can't be started without.
                List.of("NET_BIND_SERVICE"),
                List.of("no-new-privileges:true"),
                "unless-stopped",
                "30s");
    }

    private static Service unit(Site site, UnitNeeds needs) {
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> networks = new ArrayList<>(List.of(HTTP));
        Map<String, Dependency> dependencies = new LinkedHashMap<>();
        environment.put("CLEAVE_PROFILE", site.reference());
        environment.put("CLEAVE_UNIT", needs.name());
        // Whoever reaches a unit is on this machine, though it may not look so in a container.
        environment.put("CLEAVE_WEB_INSPECTION", "everywhere");
        // And calls it as such, so that a page whose name leads to this machine is not served.
        environment.put("CLEAVE_WEB_HOSTS", "localhost");
        if (needs.axonServer()) {
            environment.put("AXON_AXONSERVER_SERVERS", Site.AXON_SERVER + ":" + Site.AXON_SERVER_PORT);
            networks.add(MESSAGES);
            dependencies.put(Site.AXON_SERVER, Dependency.HEALTHY);
        }
        if (!needs.keepsFiles()) {
            environment.put("CLEAVE_STORE_URL", "jdbc:postgresql://" + Site.POSTGRESQL + "/{name}");
            environment.put("CLEAVE_STORE_USERNAME", "{name}");
            needs.databases().forEach(database -> environment.put(UnitNeeds.passwordVariable(database), password(database)));
            networks.add(DATA);
            dependencies.put(Site.POSTGRESQL, Dependency.HEALTHY);
        }
        return new Service(
                Images.CLEAVE,
                site.sources() == null ? null : new Build(site.sources().replace("$", "$$")),
                List.of(),
                environment,
                site.ownFile() == null ? List.of() : List.of(new ConfigMount(PROFILE, site.mountedFile())),
                needs.keepsFiles() ? List.of(dataVolume(needs) + ":/data") : List.of(),
                List.of("/tmp"),
                site.oneProcess() ? List.of(FRONT_DOOR) : List.of(),
                networks,
                dependencies,
                null,
                deploy(needs.unit().replicas(), needs.mebibytes() + "m"),
                true,
                List.of("ALL"),
                List.of(),
                List.of("no-new-privileges:true"),
                "unless-stopped",
                Site.SECONDS_TO_STOP + "s");
    }

    private static Service axonServer() {
        String ask = "exec 3<> /dev/tcp/127.0.0.1/" + Site.AXON_SERVER_HTTP_PORT
                + " && printf 'GET /actuator/health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3"
                + " && read -r _ status _ <&3 && [ \"$$status\" = 200 ]";
        return new Service(
                Images.AXON_SERVER,
                null,
                List.of(),
                AxonServer.SETTINGS,
                List.of(),
                AxonServer.FOLDERS.stream()
                        .map(folder -> Site.AXON_SERVER + "-" + folder + ":" + AxonServer.HOME + folder)
                        .toList(),
                List.of("/tmp"),
                List.of(),
                List.of(MESSAGES),
                Map.of(),
                new Healthcheck(List.of("CMD", "bash", "-c", ask), "5s", "3s", 3, SLOW_START),
                deploy(null, AxonServer.MEBIBYTES + "m"),
                null,
                List.of("ALL"),
                List.of(),
                List.of("no-new-privileges:true"),
                "unless-stopped",
                Site.SECONDS_TO_STOP + "s");
    }

    private static Service postgresql(Site site) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("POSTGRES_PASSWORD", "${POSTGRES_PASSWORD:-postgres}");
        site.databases().forEach(database -> environment.put(UnitNeeds.passwordVariable(database), password(database)));
        return new Service(
                Images.POSTGRESQL,
                null,
                Postgresql.command(site),
                environment,
                List.of(new ConfigMount(DATABASES, SCRIPT_TARGET)),
                List.of(Site.POSTGRESQL + ":" + Postgresql.HOME),
                List.of(),
                List.of(),
                List.of(DATA),
                Map.of(),
                // By address: while it sets itself up, it answers on its socket only.
                new Healthcheck(
                        List.of("CMD", "pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres"), "5s", "3s", 3, SLOW_START),
                deploy(null, Postgresql.MEBIBYTES + "m"),
                null,
                List.of(),
                List.of(),
                List.of("no-new-privileges:true"),
                "unless-stopped",
                Site.SECONDS_TO_STOP + "s");
    }

    private static Deploy deploy(@Nullable Integer replicas, String memory) {
        return new Deploy(replicas, new Resources(new Limits(memory)));
    }

    /** A password that may be given from outside. The database can't be reached from there, so that this one does as well. */
    private static String password(String database) {
        return "${" + UnitNeeds.passwordVariable(database) + ":-" + database + "}";
    }

    private static String dataVolume(UnitNeeds unit) {
        return unit.name() + "-data";
    }

    private static Map<String, Network> networks(Site site) {
        Map<String, Network> networks = new LinkedHashMap<>();
        networks.put(HTTP, new Network(null));
        if (site.axonServer()) {
            networks.put(MESSAGES, new Network(true));
        }
        if (site.postgresql()) {
            networks.put(DATA, new Network(true));
        }
        return networks;
    }

    private static Map<String, Volume> volumes(Site site) {
        Map<String, Volume> volumes = new LinkedHashMap<>();
        site.units().stream().filter(UnitNeeds::keepsFiles).forEach(unit -> volumes.put(dataVolume(unit), new Volume()));
        if (site.axonServer()) {
            AxonServer.FOLDERS.forEach(folder -> volumes.put(Site.AXON_SERVER + "-" + folder, new Volume()));
        }
        if (site.postgresql()) {
            volumes.put(Site.POSTGRESQL, new Volume());
        }
        return volumes;
    }

    private static Map<String, Config> configs(Site site) {
        Map<String, Config> configs = new LinkedHashMap<>();
        if (!site.oneProcess()) {
            configs.put(Site.FRONT, new Config("./" + Rendering.COMPOSE + Front.FILE));
        }
        if (site.postgresql()) {
            configs.put(DATABASES, new Config("./" + Rendering.COMPOSE + DatabaseScript.FILE));
        }
        if (site.ownFile() != null) {
            configs.put(PROFILE, new Config("./" + Rendering.COMPOSE + site.fileName()));
        }
        return configs;
    }
}
