package dev.cleave.reading;

import dev.cleave.architecture.law.Rules;
import dev.cleave.architecture.rule.Rule;

/** What holds in this house: what holds in any, and what only it can have. */
public final class CleaveRules {

    private CleaveRules() {}

    /** All of them. */
    public static Rules all() {
        return Rules.all().and(own());
    }

    /** What only this house can have. */
    public static Rule[] own() {
        return new Rule[] {
            new VerifiedByModulith(), StoresComeFromThePlatform.rule(), CommandsGoThroughThePlatform.rule()
        };
    }
}
