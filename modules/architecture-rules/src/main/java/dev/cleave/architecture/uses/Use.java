package dev.cleave.architecture.uses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a class uses another.
 *
 * @param member the field, method or constructor in which it does; null if the class itself does
 * @param to never an array nor a primitive type
 * @param how in words that stand between the two, for example {@code calls} or {@code has a field of}
 * @param target what of the other is used: the name of its method or field; null if it is the type itself
 * @param line 0 if the byte code has none
 */
public record Use(JavaClass from, @Nullable String member, JavaClass to, String how, @Nullable String target, int line) {

    private static final Set<String> SIGNATURE = Set.of("is annotated with", "is bound to", "takes", "returns", "throws");

    /** Whether it stands where a method or constructor is declared, not in what it does. */
    public boolean isInSignature() {
        return member != null && SIGNATURE.contains(how);
    }

    /** The place, without its package: {@code OrderController.place}. */
    public String place() {
        return named(from, member);
    }

    /** What is used, without its package: {@code Stock.reserve}. */
    public String thing() {
        return named(to, target);
    }

    /** The use in words: {@code OrderController.place calls Stock.reserve}. */
    public String inWords() {
        return place() + " " + how + " " + thing();
    }

    private static String named(JavaClass type, @Nullable String member) {
        return CodeNames.of(type) + (member == null || member.startsWith("<") ? "" : "." + member);
    }
}
