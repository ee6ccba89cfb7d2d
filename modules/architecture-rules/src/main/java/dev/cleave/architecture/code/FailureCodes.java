package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.model.ContextModel.FailureCode;
import dev.cleave.architecture.source.Documentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The codes under which commands are refused. */
final class FailureCodes {

    private final SystemCode code;
    private final @Nullable String failureCodeType;

    FailureCodes(SystemCode code) {
        this.code = code;
        this.failureCodeType = code.conventions().failureCodeType();
    }

    /** Those that a context publishes. */
    List<FailureCode> publishedBy(ContextCode context) {
        List<FailureCode> failures = new ArrayList<>();
        for (JavaClass type : context.classes()) {
            if (context.publishes(type) && isFailure(type)) {
                for (JavaEnumConstant constant : type.getEnumConstants()) {
                    failures.add(new FailureCode(
                            code(type, constant.name()),
                            type.getName() + "." + constant.name(),
                            code.documentation().constant(type, constant.name()).map(Documentation.Constant::summary)
                                    .orElse(null)));
                }
            }
        }
        failures.sort(Comparator.comparing(FailureCode::code).thenComparing(FailureCode::constant));
        return failures;
    }

    /** Those that some code names. */
    Set<String> namedIn(Collection<JavaCodeUnit> units) {
        Set<String> codes = new TreeSet<>();
        if (failureCodeType == null) {
            return codes;
        }
        for (JavaCodeUnit unit : units) {
            for (JavaFieldAccess access : unit.getFieldAccesses()) {
                JavaClass owner = access.getTargetOwner();
                if (isFailure(owner) && access.getTarget().getRawType().equals(owner) && !unit.getOwner().equals(owner)) {
                    codes.add(code(owner, access.getTarget().getName()));
                }
            }
        }
        return codes;
    }

    private boolean isFailure(JavaClass type) {
        return failureCodeType != null && type.isEnum() && Axon.isA(type, failureCodeType);
    }

    /** As callers see it: made of the constant's name, where the enum or what it implements does so, or else the text that the constant is made with. */
    private String code(JavaClass type, String constant) {
        Set<String> called = new TreeSet<>();
        for (JavaMethod method : type.getAllMethods()) {
            if (!method.getOwner().getPackageName().startsWith("java.") && method.getRawParameterTypes().isEmpty()
                    && method.getRawReturnType().getName().equals(String.class.getName())) {
                method.getAccessesFromSelf().stream().map(JavaAccess::getTarget).forEach(target -> called.add(target.getName()));
            }
        }
        if (called.contains("name") || called.contains("toString")) {
            String name = called.contains("toLowerCase") ? constant.toLowerCase(Locale.ROOT) : constant;
            return called.contains("replace") || called.contains("replaceAll") ? name.replace('_', '-') : name;
        }
        return code.documentation().constant(type, constant).map(Documentation.Constant::texts).stream()
                .flatMap(List::stream)
                .filter(text -> text.matches("[\\w.:-]+"))
                .findFirst()
                .orElse(constant);
    }
}
