package dev.cleave.architecture.readiness;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.RuleResult;
import java.util.List;
import java.util.Optional;

/** What answers may rest on: the code, its model, and how the rules fared. */
public record Examined(SystemCode code, SystemModel model, List<RuleResult> rules) {

    public Examined {
        rules = List.copyOf(rules);
    }

    /** How the rule of the given name fared; empty if it was not among those examined. */
    public Optional<RuleResult> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
