package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDesc;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that stand in the byte code of a class, in its methods and in its annotations. */
public final class Literals {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final JavaClass in;
    private final List<Literal> found = new ArrayList<>();

    private Literals(JavaClass in) {
        this.in = in;
    }

    /** All texts in a class, those in classes nested in it apart; where texts are put together, their fixed parts. */
    public static List<Literal> of(JavaClass type) {
        Literals literals = new Literals(type);
        literals.annotations(null, type.getAnnotations());
        for (JavaMember member : type.getMembers()) {
            literals.annotations(member.getName(), member.getAnnotations());
        }
        type.getSource().ifPresent(source -> literals.code(source.getUri()));
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

    private void code(URI source) {
        try (InputStream bytes = source.toURL().openStream()) {
            ClassFile.of().parse(bytes.readAllBytes()).methods().forEach(this::method);
        } catch (IOException e) {
            throw new UncheckedIOException("The class file " + source + " can't be read any more: build the project anew.", e);
        }
    }

    private void method(MethodModel method) {
        String name = Optional.of(LAMBDA.matcher(method.methodName().stringValue()))
                .filter(lambda -> lambda.matches())
                .map(lambda -> lambda.group(1))
                .map(outer -> outer.equals("new") ? "<init>" : outer.equals("static") ? "<clinit>" : outer)
                .orElse(method.methodName().stringValue());
        int line = 0;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case ConstantInstruction constant -> text(name, constant.constantValue(), line);
                case InvokeDynamicInstruction call -> {
                    for (ConstantDesc argument : call.bootstrapArgs()) {
                        text(name, argument, line);
                    }
                }
                default -> {
                }
            }
        }
    }

    private void text(String member, ConstantDesc constant, int line) {
        if (constant instanceof String text) {
            found.add(new Literal(in, member, text, line));
        }
    }
}
