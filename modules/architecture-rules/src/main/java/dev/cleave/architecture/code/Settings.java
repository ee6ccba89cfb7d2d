package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import dev.cleave.architecture.bytecode.ClassFields;
import dev.cleave.architecture.bytecode.Instructions.Called;
import dev.cleave.architecture.model.Wait.Length;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as Spring Boot binds them: the properties of a class with a prefix, and what they are if nobody sets them. */
final class Settings {

    static final Comparator<Length> ORDER = Comparator.comparing((Length length) -> String.valueOf(length.setting()))
            .thenComparing(length -> String.valueOf(length.value()));

    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";
    private static final String DEFAULT = "org.springframework.boot.context.properties.bind.DefaultValue";
    private static final Set<String> TIMES = Set.of("java.time.Duration", "java.time.Period");

    private Settings() {}

    /** The lengths of time that code reads from settings, itself or by a method of theirs. */
    static Stream<Length> lengthsIn(SystemCode code, Collection<? extends JavaCodeUnit> units) {
        return code.calls()
                .reach(units, call -> isOne(call.to().getOwner()))
                .units()
                .stream()
                .flatMap(unit -> unit.getFieldAccesses().stream())
                .filter(access -> isOne(access.getTargetOwner()) && access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(field -> TIMES.contains(field.getRawType().getName()))
                .map(field -> new Length(property(field.getOwner(), field), given(field.getOwner(), field)))
                .distinct();
    }

    /** The length of time that code makes of a constant, if that is what it calls. */
    static Optional<Length> fixed(Called called, @Nullable Object constant) {
        if (constant == null || !TIMES.contains(called.owner())) {
            return Optional.empty();
        }
        Class<?> type = called.owner().equals(Duration.class.getName()) ? Duration.class : Period.class;
        try {
            MethodType taken = MethodType.fromMethodDescriptorString(called.type(), type.getClassLoader());
            return Optional.of(
                    new Length(null, type.getMethod(called.name(), taken.parameterArray()).invoke(null, constant).toString()));
        } catch (ReflectiveOperationException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static boolean isOne(JavaClass type) {
        return Axon.has(type, PROPERTIES);
    }

    private static String property(JavaClass type, JavaField field) {
        JavaAnnotation<?> annotation = Axon.find(type, PROPERTIES).orElseThrow();
        String prefix = Axon.text(annotation, "value").or(() -> Axon.text(annotation, "prefix")).orElse("");
        String name = field.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    /** Of a record: its components are in the order of its constructor's parameters. */
    private static @Nullable String given(JavaClass type, JavaField field) {
        List<String> names = ClassFields.of(type).stream()
                .map(ClassFields.ClassField::name)
                .filter(name -> type.tryGetField(name)
                        .filter(each -> !each.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent())
                .toList();
        int place = names.indexOf(field.getName());
        return type.getConstructors().stream()
                .filter(constructor -> place >= 0 && constructor.getParameters().size() == names.size())
                .flatMap(constructor -> given(constructor, place).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> given(JavaConstructor constructor, int place) {
        JavaParameter parameter = constructor.getParameters().get(place);
        return Axon.find(parameter, DEFAULT)
                .flatMap(annotation -> annotation.get("value"))
                .map(value -> value instanceof Object[] values && values.length > 0 ? values[0] : value)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
