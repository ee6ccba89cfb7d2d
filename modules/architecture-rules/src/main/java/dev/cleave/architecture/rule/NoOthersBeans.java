package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.Parts;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Contexts are given no objects of each other. */
final class NoOthersBeans extends StatedRule {

    private static final List<String> INJECTED = List.of(
            "org.springframework.beans.factory.annotation.Autowired", "jakarta.inject.Inject", "jakarta.annotation.Resource",
            "org.springframework.context.annotation.Bean");
    private static final String METADATA = "org.axonframework.messaging.annotation.MetaDataValue";
    private static final Set<String> LOOK_UPS = Set.of("getBean", "getBeanProvider", "getBeansOfType", "getBeanNamesForType");
    private static final String BEAN_FACTORY = "org.springframework.beans.factory.BeanFactory";

    NoOthersBeans() {
        super(
                "no-others-beans",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A context is given no Spring bean of another",
                "A bean is an object of this process. As soon as the two contexts run apart the one that was given it can't start, and until then"
                        + " its calls share the other's transaction, its failures and its pace.");
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("places where beans are given", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                for (JavaMember member : type.getMembers()) {
                    List<JavaType> given = given(code.parts(), type, member);
                    examined.merge("places where beans are given", given.size(), Integer::sum);
                    given.stream()
                            .flatMap(each -> each.getAllInvolvedRawTypes().stream())
                            .distinct()
                            .forEach(bean -> code.contextOf(bean)
                                    .filter(owner -> !owner.equals(context))
                                    .ifPresent(owner -> violations.add(violation(code, member, bean, owner))));
                }
            }
        }
        return new Examination(examined, violations);
    }

    private static List<JavaType> given(Parts parts, JavaClass type, JavaMember member) {
        return switch (member) {
            case JavaField field -> isInjected(field) ? List.of(field.getType()) : List.of();
            case JavaCodeUnit unit -> {
                List<JavaType> types = new ArrayList<>(lookedUp(unit));
                if (isInjected(unit) || unit.isConstructor() && parts.isManaged(type)) {
                    unit.getParameters().forEach(parameter -> types.add(parameter.getType()));
                } else if (parts.isHandler(unit)) {
                    unit.getParameters().stream().skip(1).filter(NoOthersBeans::mayBeBean)
                            .forEach(parameter -> types.add(parameter.getType()));
                }
                yield types;
            }
            default -> List.of();
        };
    }

    private static boolean isInjected(JavaMember member) {
        return INJECTED.stream().anyMatch(member::isMetaAnnotatedWith);
    }

    private static boolean mayBeBean(JavaParameter parameter) {
        return !parameter.isMetaAnnotatedWith(METADATA);
    }

    private static List<JavaType> lookedUp(JavaCodeUnit unit) {
        boolean looksUp = unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> LOOK_UPS.contains(call.getName()) && call.getTargetOwner().isAssignableTo(BEAN_FACTORY));
        return looksUp
                ? unit.getReferencedClassObjects().stream().map(object -> (JavaType) object.getRawType()).toList()
                : List.of();
    }

    private static Violation violation(SystemCode code, JavaMember member, JavaClass bean, ContextCode owner) {
        String what = member.getName().startsWith("<")
                ? member.getOwner().getSimpleName()
                : member.getOwner().getSimpleName() + "." + member.getName();
        return new Violation(
                code.at(member),
                what + " is given " + bean.getSimpleName() + ", an object of " + owner.name() + ".",
                "Send " + owner.name()
                        + " a command, or keep what is needed of it in a view of the own context, built from its events.");
    }
}
