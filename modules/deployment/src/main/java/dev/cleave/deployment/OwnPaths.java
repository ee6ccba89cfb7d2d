package dev.cleave.deployment;

import dev.cleave.platform.placement.BoundedContext;
import java.util.List;
import java.util.stream.Stream;

/** What a unit answers outside {@code /api}, where it can be seen on the own machine only. */
public final class OwnPaths {

    private OwnPaths() {}

    /** The paths that the contexts of a unit answer, each with what lies below. */
    public static List<String> of(Unit unit) {
        return Profiles.known().stream()
                .filter(context -> unit.contexts().contains(context.name()))
                .flatMap(context -> Stream.of(context.registration().getAnnotation(BoundedContext.class).ownPaths()))
                .toList();
    }
}
