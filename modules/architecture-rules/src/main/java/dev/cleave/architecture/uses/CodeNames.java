package dev.cleave.architecture.uses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import java.util.stream.Collectors;

/** Code as people name it: without packages, nested classes with those they are in. */
public final class CodeNames {

    private CodeNames() {}

    /** A class: {@code Order.Line}. */
    public static String of(JavaClass type) {
        String packageName = type.getPackageName();
        return type.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1).replace('$', '.');
    }

    /** A member: {@code Order.place}, {@code new Order}. */
    public static String of(JavaMember member) {
        return of(member.getOwner(), member.getName());
    }

    /** What is accessed, likewise. */
    public static String of(AccessTarget target) {
        return of(target.getOwner(), target.getName());
    }

    /** What an access does: {@code calls Order.place}, {@code makes a new Order}. */
    public static String inWords(JavaAccess<?> access) {
        return (access.getTarget().getName().equals("<init>") ? "makes a " : "calls ") + of(access.getTarget());
    }

    /** A handler with what it handles: {@code Order.place(PlaceOrder)}. */
    public static String signature(JavaCodeUnit handler) {
        return of(handler)
                + handler.getRawParameterTypes().stream().limit(1).map(type -> "(" + of(type) + ")")
                        .collect(Collectors.joining());
    }

    private static String of(JavaClass owner, String member) {
        return switch (member) {
            case "<init>" -> "new " + of(owner);
            case "<clinit>" -> of(owner) + "'s static initialiser";
            default -> of(owner) + "." + member;
        };
    }
}
