package dev.cleave.architecturetests;

import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Rules;

/** What holds in this house: what holds in any, and what only it can have. */
final class CleaveRules {

    private CleaveRules() {}

    static Rules all() {
        return Rules.all().and(own());
    }

    static Rule[] own() {
        return new Rule[] {
            new VerifiedByModulith(), new StoresComeFromThePlatform(), new CommandsGoThroughThePlatform(),
            new EveryWaitHasItsEnd()
        };
    }
}
