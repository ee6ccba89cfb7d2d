package dev.cleave.architecture.law;

import dev.cleave.architecture.law.data.OwnData;
import dev.cleave.architecture.law.events.OnlyTruth;
import dev.cleave.architecture.law.everywhere.SameEverywhere;
import dev.cleave.architecture.law.history.ReadableForever;
import dev.cleave.architecture.law.house.House;
import dev.cleave.architecture.law.messages.CommandsAndEventsOnly;
import dev.cleave.architecture.law.placement.Placeless;
import dev.cleave.architecture.law.privacy.NoPersonalData;
import dev.cleave.architecture.law.waits.EveryWaitEnds;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules to be kept together, in the order in which they are read: by law, and within a law from the plain to the particular. */
public final class Rules {

    private final List<Rule> rules;

    private Rules(Collection<? extends Rule> rules) {
        this.rules = rules.stream().map(Rule.class::cast).sorted(Comparator.comparingInt(Rules::place)).toList();
        Set<String> ids = new TreeSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "There are two rules called " + rule.id() + ": give one of them another name.");
            }
        }
    }

    /** All rules that hold in any system of bounded contexts. */
    public static Rules all() {
        return new Rules(Stream.of(
                CommandsAndEventsOnly.rules(),
                Placeless.rules(),
                OwnData.rules(),
                OnlyTruth.rules(),
                SameEverywhere.rules(),
                EveryWaitEnds.rules(),
                ReadableForever.rules(),
                NoPersonalData.rules(),
                House.rules())
                .flatMap(List::stream)
                .toList());
    }

    /** These and further ones, such as a system's own. */
    public Rules and(Rule... more) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(List.of(more));
        return new Rules(all);
    }

    /** Those of some laws alone. */
    public Rules ofLaws(String... laws) {
        Set<String> wanted = known(Set.of(laws), Rule::law, "law");
        return new Rules(rules.stream().filter(rule -> wanted.contains(rule.law())).toList());
    }

    /** All but some, named by their ids. */
    public Rules without(String... ids) {
        Set<String> unwanted = known(Set.of(ids), Rule::id, "rule");
        return new Rules(rules.stream().filter(Predicate.not(rule -> unwanted.contains(rule.id()))).toList());
    }

    /** The rules, in order. */
    public List<Rule> list() {
        return rules;
    }

    private Set<String> known(Set<String> named, Function<Rule, String> name, String what) {
        Set<String> names = rules.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
        for (String each : named) {
            if (!names.contains(each)) {
                throw new IllegalArgumentException("There is no " + what + " called " + each + ", but " + names + ".");
            }
        }
        return named;
    }

    private static int place(Rule rule) {
        int place = Laws.IN_ORDER.indexOf(rule.law());
        return place < 0 ? Laws.IN_ORDER.size() : place;
    }
}
