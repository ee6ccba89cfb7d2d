package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types that a class mentions without using a member of theirs, which ArchUnit does not tell: in a cast, as what an array is made of,
 * and by their full names in texts, as reflection and a container's look-ups take them.
 *
 * @param member in which it does; null if the class itself does
 * @param type the full name, as reflection has it
 * @param how in words: {@code casts to}
 * @param line 0 if the byte code has none
 */
public record Mentions(JavaClass from, @Nullable String member, String type, String how, int line) {

    private static final Pattern NAME = Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)+\\.[A-Z]\\w*([.$][A-Z]\\w*)*");

    /** All that a class mentions so. */
    public static List<Mentions> in(JavaClass type) {
        List<Mentions> mentions = new ArrayList<>();
        for (Literal text : Literals.of(type)) {
            if (NAME.matcher(text.text()).matches()) {
                mentions.add(new Mentions(type, text.member(), text.text(), "names in a text", text.line()));
            }
        }
        ClassFiles.read(type).ifPresent(file -> file.methods().forEach(method -> read(type, method, mentions)));
        return mentions;
    }

    private static void read(JavaClass type, MethodModel method, List<Mentions> mentions) {
        String member = ClassFiles.enclosing(method.methodName().stringValue());
        int line = 0;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case TypeCheckInstruction check when check.opcode() == Opcode.CHECKCAST ->
                    mentions.add(new Mentions(type, member, name(check.type().asInternalName()), "casts to", line));
                case NewReferenceArrayInstruction made -> mentions.add(
                        new Mentions(type, member, name(made.componentType().asInternalName()), "makes an array of", line));
                default -> {
                }
            }
        }
    }

    private static String name(String internal) {
        return internal.replaceFirst("^\\[+L", "").replace(";", "").replace('/', '.');
    }

    /** What is mentioned where, to be read before a reason. */
    public String inWords() {
        String place = member == null || member.startsWith("<") ? from.getSimpleName() : from.getSimpleName() + "." + member;
        return place + " " + how + " " + type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
