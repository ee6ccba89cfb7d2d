package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that stand in code: its string constants, and those that are put together of constants and other things. */
public final class Texts {

    /** Stands in a text where something is put in when it runs. */
    public static final char HOLE = '\u0001';

    private Texts() {}

    /**
     * A text.
     *
     * @param method the name of the method it stands in, also where it stands in a lambda
     * @param line 0 if unknown
     */
    public record Text(String method, int line, String value) {}

    /** The texts in a class, those of classes nested in it apart. */
    public static List<Text> in(JavaClass type) {
        List<Text> texts = new ArrayList<>();
        read(type).ifPresent(model -> model.methods().forEach(method -> read(method, texts)));
        return texts;
    }

    /** What a class was read from. */
    static Optional<ClassModel> read(JavaClass type) {
        return type.getSource().map(source -> {
            try (InputStream bytes = source.getUri().toURL().openStream()) {
                return ClassFile.of().parse(bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void read(MethodModel method, List<Text> texts) {
        String name = enclosing(method.methodName().stringValue());
        method.code().ifPresent(code -> {
            int line = 0;
            for (CodeElement element : code) {
                switch (element) {
                    case LineNumber number -> line = number.line();
                    case ConstantInstruction constant when constant.constantValue() instanceof String text ->
                        texts.add(new Text(name, line, text));
                    case InvokeDynamicInstruction call when call.name().equalsString("makeConcatWithConstants") ->
                        texts.add(new Text(name, line, together(call.bootstrapArgs())));
                    default -> {}
                }
            }
        });
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

    /** The method that a lambda stands in. */
    static String enclosing(String method) {
        if (!method.startsWith("lambda$")) {
            return method;
        }
        String name = method.substring("lambda$".length(), Math.max(method.lastIndexOf('$'), "lambda$".length()));
        return switch (name) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> name;
        };
    }
}
