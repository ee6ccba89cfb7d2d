package dev.cleave.architecture.uses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Methods and constructors, named by texts:
 *
 * <ul>
 *   <li>{@code java.time.Clock}: all of a type, and of those that extend or implement it;
 *   <li>{@code java.time.Clock#instant}: those of one name, {@code #send*}: those whose names begin like this;
 *   <li>{@code java.util.Date#<init>()}: the constructor without parameters, {@code #<init>}: all constructors;
 *   <li>{@code @feign.Client}: those that bear an annotation, or whose type does;
 *   <li>{@code java.net.http.*}: all types of a package and of those below, {@code java.time.*#now}: those of one name there.
 * </ul>
 */
public final class Targets {

    private final List<Target> targets;

    private Targets(List<Target> targets) {
        this.targets = targets;
    }

    /** The methods and constructors named. */
    public static Targets of(Collection<String> texts) {
        return new Targets(texts.stream().map(Target::parse).toList());
    }

    /** The methods and constructors named. */
    public static Targets of(String... texts) {
        return of(List.of(texts));
    }

    /** These and others. */
    public Targets and(Targets others) {
        List<Target> all = new ArrayList<>(targets);
        all.addAll(others.targets);
        return new Targets(all);
    }

    /** Whether an access calls one of them, or refers to it. */
    public boolean include(JavaAccess<?> access) {
        return include(access.getTarget());
    }

    /** Whether what is accessed is among them. */
    public boolean include(AccessTarget accessed) {
        return accessed instanceof CodeUnitAccessTarget unit && targets.stream().anyMatch(target -> target.fits(unit));
    }

    /** @param type ends with a dot if it is a package */
    private record Target(String type, String name, boolean beginning, boolean withoutParameters) {

        static Target parse(String text) {
            int hash = text.indexOf('#');
            String type = hash < 0 ? text : text.substring(0, hash);
            String name = hash < 0 ? "*" : text.substring(hash + 1);
            boolean withoutParameters = name.endsWith("()");
            name = withoutParameters ? name.substring(0, name.length() - 2) : name;
            boolean beginning = name.endsWith("*");
            return new Target(
                    type.endsWith(".*") ? type.substring(0, type.length() - 1) : type,
                    beginning ? name.substring(0, name.length() - 1) : name,
                    beginning,
                    withoutParameters);
        }

        boolean fits(CodeUnitAccessTarget target) {
            if (type.startsWith("@")) {
                String annotation = type.substring(1);
                return target.getOwner().isMetaAnnotatedWith(annotation)
                        || target.resolveMember().filter(member -> member.isMetaAnnotatedWith(annotation)).isPresent();
            }
            String called = target.getName();
            return (beginning ? called.startsWith(name) : called.equals(name))
                    && (!withoutParameters || target.getRawParameterTypes().isEmpty())
                    && isOf(target.getOwner());
        }

        private boolean isOf(JavaClass owner) {
            return type.endsWith(".")
                    ? (owner.getPackageName() + ".").startsWith(type)
                    : owner.getName().equals(type) || owner.isAssignableTo(type);
        }
    }
}
