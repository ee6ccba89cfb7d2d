package dev.cleave.architecture.uses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which other classes a class uses, each with its place: what its byte code names in signatures, annotations and instructions. */
public final class Uses {

    private final JavaClass from;
    private final Set<Use> found = new LinkedHashSet<>();

    private Uses(JavaClass from) {
        this.from = from;
    }

    /** All uses by a class, those of classes nested in it apart; none of itself. */
    public static List<Use> of(JavaClass type) {
        Uses uses = new Uses(type);
        uses.read();
        return List.copyOf(uses.found);
    }

    private void read() {
        annotations(null, from.getAnnotations(), 0);
        from.getSuperclass().ifPresent(type -> types(null, type.getAllInvolvedRawTypes(), "extends", 0));
        from.getInterfaces().forEach(type -> types(null, type.getAllInvolvedRawTypes(), "implements", 0));
        variables(null, from.getTypeParameters(), 0);
        from.getPermittedSubclasses().ifPresent(types -> types(null, types, "permits", 0));
        from.getFields().forEach(this::field);
        from.getCodeUnits().forEach(this::codeUnit);
    }

    private void field(JavaField field) {
        annotations(field.getName(), field.getAnnotations(), 0);
        types(field.getName(), field.getType().getAllInvolvedRawTypes(), "has a field of", 0);
    }

    private void codeUnit(JavaCodeUnit unit) {
        String name = unit.getName();
        int line = unit.getSourceCodeLocation().getLineNumber();
        annotations(name, unit.getAnnotations(), line);
        for (JavaParameter parameter : unit.getParameters()) {
            annotations(name, parameter.getAnnotations(), line);
            types(name, parameter.getType().getAllInvolvedRawTypes(), "takes", line);
        }
        types(name, unit.getReturnType().getAllInvolvedRawTypes(), "returns", line);
        types(name, unit.getExceptionTypes(), "throws", line);
        variables(name, unit.getTypeParameters(), line);
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            String how = access instanceof JavaConstructorCall
                    ? "makes"
                    : access instanceof JavaFieldAccess ? "reads" : "calls";
            add(name, access.getTargetOwner(), how, access.getTarget().getName(), access.getLineNumber());
        }
        unit.getReferencedClassObjects().forEach(object -> add(name, object.getRawType(), "names", null, object.getLineNumber()));
        unit.getInstanceofChecks().forEach(check -> add(name, check.getRawType(), "asks for", null, check.getLineNumber()));
        unit.getTryCatchBlocks().forEach(block -> block.getCaughtThrowables()
                .forEach(caught -> add(name, caught, "catches", null, block.getSourceCodeLocation().getLineNumber())));
    }

    private void annotations(@Nullable String member, Collection<? extends JavaAnnotation<?>> annotations, int line) {
        annotations.forEach(annotation -> annotation(member, annotation, line));
    }

    private void annotation(@Nullable String member, JavaAnnotation<?> annotation, int line) {
        add(member, annotation.getRawType(), "is annotated with", null, line);
        annotation.getProperties().values().forEach(value -> value(member, value, line));
    }

    private void value(@Nullable String member, @Nullable Object value, int line) {
        switch (value) {
            case JavaClass type -> add(member, type, "is annotated with", null, line);
            case JavaEnumConstant constant ->
                add(member, constant.getDeclaringClass(), "is annotated with", constant.name(), line);
            case JavaAnnotation<?> annotation -> annotation(member, annotation, line);
            case Object[] values -> List.of(values).forEach(each -> value(member, each, line));
            case null, default -> {
            }
        }
    }

    private void variables(@Nullable String member, List<? extends JavaTypeVariable<?>> variables, int line) {
        for (JavaTypeVariable<?> variable : variables) {
            for (JavaType bound : variable.getUpperBounds()) {
                types(member, bound.getAllInvolvedRawTypes(), "is bound to", line);
            }
        }
    }

    private void types(@Nullable String member, Collection<JavaClass> types, String how, int line) {
        types.forEach(type -> add(member, type, how, null, line));
    }

    private void add(@Nullable String member, JavaClass type, String how, @Nullable String target, int line) {
        JavaClass to = type.getBaseComponentType();
        if (!to.isPrimitive() && !to.equals(from)) {
            found.add(new Use(from, member, to, how, target, Math.max(line, 0)));
        }
    }
}
