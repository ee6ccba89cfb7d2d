package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.Parts;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Contexts are given no objects of each other. */
final class NoOthersBeans {

    private static final List<String> INJECTED = List.of(
            "org.springframework.beans.factory.annotation.Autowired", "jakarta.inject.Inject", "jakarta.annotation.Resource",
            "org.springframework.context.annotation.Bean");
    private static final String METADATA = "org.axonframework.messaging.annotation.MetaDataValue";
    private static final Set<String> LOOK_UPS = Set.of("getBean", "getBeanProvider", "getBeansOfType", "getBeanNamesForType");
    private static final String BEAN_FACTORY = "org.springframework.beans.factory.BeanFactory";

    private NoOthersBeans() {}

    /** That a member is given an object of a type. */
    private record Given(JavaMember member, JavaType type) {}

    static Rule rule() {
        return Statement.of(
                "no-others-beans", CommandsAndEventsOnly.LAW,
                "No Spring bean of a context is injected into another context",
                "A bean is an object of this process. As soon as the two contexts run apart, the one that needs the bean can't start. Until then its"
                        + " calls share the other context's transactions, failures and speed.")
                .all("places where beans are given", code -> code.contextClasses()
                        .flatMap(type -> type.getMembers().stream())
                        .flatMap(member -> given(code.parts(), member).map(type -> new Given(member, type))))
                .violatedBy((code, given) -> given.type().getAllInvolvedRawTypes().stream()
                        .flatMap(bean -> code.contextOf(bean).stream()
                                .filter(owner -> !owner.contains(given.member().getOwner()))
                                .map(owner -> violation(code, given.member(), bean, owner))));
    }

    private static Stream<JavaType> given(Parts parts, JavaMember member) {
        return switch (member) {
            case JavaField field when isInjected(field) -> Stream.of(field.getType());
            case JavaCodeUnit unit -> Stream.concat(lookedUp(unit), parameters(parts, unit).map(JavaParameter::getType));
            default -> Stream.empty();
        };
    }

    private static Stream<JavaParameter> parameters(Parts parts, JavaCodeUnit unit) {
        if (isInjected(unit) || unit.isConstructor() && parts.isManaged(unit.getOwner())) {
            return unit.getParameters().stream();
        }
        return parts.isHandler(unit)
                ? unit.getParameters().stream().skip(1).filter(parameter -> !parameter.isMetaAnnotatedWith(METADATA))
                : Stream.empty();
    }

    private static boolean isInjected(JavaMember member) {
        return INJECTED.stream().anyMatch(member::isMetaAnnotatedWith);
    }

    private static Stream<JavaType> lookedUp(JavaCodeUnit unit) {
        boolean looksUp = unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> LOOK_UPS.contains(call.getName()) && call.getTargetOwner().isAssignableTo(BEAN_FACTORY));
        return looksUp ? unit.getReferencedClassObjects().stream().map(object -> object.getRawType()) : Stream.empty();
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
