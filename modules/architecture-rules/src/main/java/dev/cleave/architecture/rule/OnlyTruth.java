package dev.cleave.architecture.rule;

import java.util.List;

/** Views and waits are derived from events, and what is not derived is known. */
final class OnlyTruth {

    private OnlyTruth() {}

    static List<Rule> rules() {
        return List.of(new ExplicitProcessingGroups(), new OneRolePerProcessingGroup(), new AggregatesReadNoClock(),
                new AggregatesCallNoOne(),
                new SourcingOnlyAssigns(), new PoliciesOnlySend(), new ViewsSendNothing(), new ViewsReadNoClock(),
                new ViewsStartEmpty(),
                new OnlyGatewaysGoOutside(), new OnlyAggregatesMakeEvents(), new NoSagas());
    }
}
