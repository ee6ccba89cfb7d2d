package dev.cleave.deployment;

import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit.Store;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.BoundedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The databases that units on PostgreSQL need. */
public final class Databases {

    private Databases() {}

    /**
     * The databases of a unit, each with a user of the same name: one per context, those that its contexts keep besides, and where
     * messages stay in the process the events'.
     *
     * @return their names; none if the unit keeps files
     */
    public static List<String> of(Unit unit, Profile profile) {
        List<String> databases = new ArrayList<>();
        if (unit.store() == Store.POSTGRESQL) {
            for (String name : unit.contexts()) {
                databases.add(name);
                Profiles.known().stream()
                        .filter(context -> context.name().equals(name))
                        .map(context -> context.registration().getAnnotation(BoundedContext.class))
                        .forEach(context -> databases.addAll(List.of(context.stores())));
            }
            if (profile.messaging() == Messaging.IN_PROCESS) {
                databases.add(DataStores.EVENTS);
            }
        }
        return List.copyOf(databases);
    }

    /** The environment variable that tells a process the password of one of its databases. */
    public static String passwordVariable(String database) {
        return "CLEAVE_STORES_" + database.toUpperCase(Locale.ROOT) + "_PASSWORD";
    }
}
