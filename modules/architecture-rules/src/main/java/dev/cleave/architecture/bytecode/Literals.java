package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that stand in a class: in its code, also put together of constants and other things, and in its annotations. */
public final class Literals {

    /** Stands in a text where something is put in when it runs. */
    public static final char HOLE = '\u0001';

    private final JavaClass in;
    private final List<Literal> found = new ArrayList<>();

    private Literals(JavaClass in) {
        this.in = in;
    }

    /** All texts in a class, those in classes nested in it apart. */
    public static List<Literal> of(JavaClass type) {
        Literals literals = new Literals(type);
        literals.annotations(null, type.getAnnotations());
        for (JavaMember member : type.getMembers()) {
            literals.annotations(member.getName(), member.getAnnotations());
            if (member instanceof JavaCodeUnit unit) {
                unit.getParameters().forEach(parameter -> literals.annotations(unit.getName(), parameter.getAnnotations()));
            }
        }
        literals.code();
        return List.copyOf(literals.found);
    }

    /** The texts in the code of a class, those in annotations and in classes nested in it apart. */
    public static List<Literal> inCodeOf(JavaClass type) {
        Literals literals = new Literals(type);
        literals.code();
        return List.copyOf(literals.found);
    }

    private void annotations(@Nullable String member, Collection<? extends JavaAnnotation<?>> annotations) {
        annotations.forEach(annotation -> value(member, annotation));
    }

    private void value(@Nullable String member, @Nullable Object value) {
        switch (value) {
            case String text -> found.add(new Literal(in, member, text, 0));
            case JavaAnnotation<?> annotation ->
                annotation.getProperties().values().forEach(each -> value(member, each));
            case Object[] values -> List.of(values).forEach(each -> value(member, each));
            case null, default -> {
            }
        }
    }

    private void code() {
        ClassFiles.read(in).ifPresent(file -> file.methods().forEach(this::method));
    }

    private void method(MethodModel method) {
        String name = ClassFiles.enclosing(method.methodName().stringValue());
        int line = 0;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case ConstantInstruction constant when constant.constantValue() instanceof String text ->
                    found.add(new Literal(in, name, text, line));
                case InvokeDynamicInstruction call when call.name().equalsString("makeConcatWithConstants") ->
                    found.add(new Literal(in, name, together(call.bootstrapArgs()), line));
                default -> {
                }
            }
        }
    }

    private static String together(List<ConstantDesc> arguments) {
        String recipe = (String) arguments.getFirst();
        int constant = 1;
        StringBuilder text = new StringBuilder();
        for (char each : recipe.toCharArray()) {
            if (each == '\u0002') {
                text.append(arguments.get(constant++));
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }
}
