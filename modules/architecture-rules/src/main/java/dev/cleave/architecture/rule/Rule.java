package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;

/** A rule. */
public interface Rule {

    /** A stable name in kebab case, for example {@code contexts-meet-in-published-language}. */
    String id();

    /** The law that it belongs to, a heading in the report, for example {@code Commands and events only}. */
    String law();

    /** The rule as a sentence that is true where it is kept, for example "A context depends on no other's internals". */
    String sentence();

    /** Why, in a sentence or two: what goes wrong where it is broken. */
    String reason();

    /** Whether a system may well have nothing for it to look at, so that having found nothing is no failure. */
    default boolean mayFindNothing() {
        return false;
    }

    /** Looks at the code. */
    Examination examine(SystemCode code);
}
