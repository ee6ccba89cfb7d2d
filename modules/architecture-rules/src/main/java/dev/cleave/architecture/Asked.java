package dev.cleave.architecture;

import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.rule.FrozenViolations;
import java.util.Set;
import java.util.TreeSet;

/** What was asked for by system properties; who asks and is not answered by anything is told so, instead of being passed over. */
final class Asked {

    private final String system;
    private final Set<String> answered = new TreeSet<>();

    Asked(String system) {
        this.system = system;
    }

    /** There is something that heeds this property. */
    void answeredBy(String property) {
        answered.add(property);
    }

    /**
     * Looks whether each property that is set is understood and heeded.
     *
     * @throws IllegalArgumentException if a value is none that the property may have
     * @throws IllegalStateException if nothing heeds it
     */
    void check() {
        if (FrozenViolations.Request.asked() != FrozenViolations.Request.NONE) {
            heeded(FrozenViolations.PROPERTY, "names no baseline", ".baseline(Path.of(\"architecture-baseline.json\"))");
        }
        if (Kept.asked()) {
            heeded(Kept.PROPERTY, "names no file to keep the present state in", ".since(Path.of(\"architecture-kept.json\"))");
        }
        if (!Architecture.trafficAsked().isEmpty()) {
            heeded(Architecture.TRAFFIC, "takes no run's figures", ".traffic(meters, Architecture.trafficAsked())");
        }
    }

    private void heeded(String property, String lack, String remedy) {
        if (!answered.contains(property)) {
            throw new IllegalStateException("-D" + property + "=" + System.getProperty(property)
                    + " is given, but the test that looks at " + system + " " + lack + ". Add " + remedy
                    + " to it, or leave the property out. Where another test is meant, run that one alone: -Dtest=….");
        }
    }
}
