package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import dev.cleave.architecture.bytecode.ClassFields;
import dev.cleave.architecture.bytecode.Origin;
import dev.cleave.architecture.model.Wait.Length;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings as Spring Boot binds them: the properties of a class with a prefix, and what they are if nobody sets them. */
final class Settings {

    static final Comparator<Length> ORDER = Comparator.comparing((Length length) -> String.valueOf(length.setting()))
            .thenComparing(length -> String.valueOf(length.value()));

    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";
    private static final String DEFAULT = "org.springframework.boot.context.properties.bind.DefaultValue";
    private static final Set<String> TIMES = Set.of("java.time.Duration", "java.time.Period");

    private final SystemCode code;

    Settings(SystemCode code) {
        this.code = code;
    }

    /** Whether a class holds settings. */
    static boolean isOne(JavaClass type) {
        return Axon.has(type, PROPERTIES);
    }

    /** What a length of time is taken from; empty if it is a setting of something else than times. */
    Optional<Length> length(Origin origin) {
        return switch (origin) {
            case Origin.Fixed fixed -> Optional.of(new Length(null, fixed.time().toString()));
            case Origin.Setting setting -> {
                JavaClass type = code.classes().get(setting.type());
                yield type.tryGetField(setting.field())
                        .filter(field -> TIMES.contains(field.getRawType().getName()))
                        .map(field -> new Length(property(type, field), given(type, field)));
            }
        };
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
