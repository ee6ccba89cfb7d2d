package dev.cleave.deployment.report;

import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.report.Report;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Unit;
import java.util.Locale;

/** Deployment profiles as the report tells of them. */
public final class Deployments {

    private Deployments() {}

    /** What the report is to tell of a profile. */
    public static Deployment of(Profile profile) {
        return new Deployment(
                profile.name(),
                profile.description(),
                written(profile.messaging()),
                profile.units().stream().map(Deployments::unit).toList());
    }

    private static Report.Unit unit(Unit unit) {
        return new Report.Unit(unit.name(), unit.contexts(), unit.replicas(), written(unit.store()));
    }

    /** As profiles write it. */
    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
