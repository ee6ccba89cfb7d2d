package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;
import java.util.ArrayList;
import java.util.List;

/** A published language needs nothing but a vocabulary and other published languages. */
final class PublishedLanguageStandsAlone extends StatedRule {

    PublishedLanguageStandsAlone() {
        super(
                "published-language-stands-alone",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A published language depends on nothing but its vocabulary and other published languages",
                "Whoever uses a message needs all that it needs. A message that leans on its context's inside, or on a library, brings both"
                        + " into every other context, and can't be read without them in ten years' time.");
    }

    @Override
    public Examination examine(SystemCode code) {
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                if (context.publishes(type)) {
                    count++;
                    UsesOf.first(type, used -> !isAllowed(code, used))
                            .forEach(use -> violations.add(violation(code, use, context)));
                }
            }
        }
        return Examination.of("published types", count, violations);
    }

    private static boolean isAllowed(SystemCode code, JavaClass used) {
        return Packages.contain(code.conventions().vocabulary(), used) && (used.isAnnotation() || !isAxons(used))
                || code.contexts().stream().anyMatch(context -> context.publishes(used));
    }

    /** Of Axon a message may bear annotations; what does something is no part of any language. */
    private static boolean isAxons(JavaClass used) {
        return used.getPackageName().startsWith("org.axonframework.");
    }

    private static Violation violation(SystemCode code, Use use, ContextCode context) {
        return code.contextOf(use.to()).isPresent()
                ? new Violation(
                        code.at(use),
                        use.inWords() + ", which is not published.",
                        "Move " + use.to().getSimpleName() + " to " + context.publishedPackage()
                                + " if others are to know it; else leave it"
                                + " out of " + use.from().getSimpleName() + ".")
                : new Violation(
                        code.at(use),
                        use.inWords() + " of " + use.to().getPackageName() + ", which is no part of the vocabulary of messages.",
                        "Use a type of the language or of the vocabulary instead; if every reader of messages may depend on it, add it to"
                                + " the vocabulary in the conventions.");
    }
}
