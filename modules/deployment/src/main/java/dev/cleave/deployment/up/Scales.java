package dev.cleave.deployment.up;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.util.stream.Collectors;

/** How often units may run. */
final class Scales {

    private static final int MOST = 100;

    private Scales() {}

    /**
     * Checks a wish.
     *
     * @throws CannotStart if the unit can't run so often
     */
    static void check(Profile profile, String name, int replicas) {
        Unit unit = profile.unit(name).orElseThrow(() -> new CannotStart("There is no unit " + name + " in the profile "
                + profile.name() + ". Its units are: "
                + profile.units().stream().map(Unit::name).collect(Collectors.joining(", ")) + "."));
        if (replicas < 1 || replicas > MOST) {
            throw new CannotStart("A unit has from 1 to " + MOST + " replicas, and " + name + " is to have " + replicas + ".");
        }
        if (replicas > 1 && !profile.axonServer()) {
            throw new CannotStart("Messages of the profile " + profile.name() + " stay in their process, so that " + name
                    + " can't be several. Choose a profile with messaging: axon-server, such as hybrid or split.");
        }
        if (replicas > 1 && unit.store() == Unit.Store.H2) {
            throw new CannotStart("The unit " + name + " keeps its data in files, which one process at a time can open."
                    + " To scale it, set store: postgresql for it in the profile " + profile.name() + ".");
        }
    }
}
