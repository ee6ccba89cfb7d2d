package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What some code names, in the order of its instructions, which ArchUnit does not tell: so what stands before a call is what the call is
 * given. A lambda stands where it is made, and a method that is handed on where it is handed on.
 */
public final class Instructions {

    private final ClassModel file;
    private final String owner;
    private final List<Step> steps = new ArrayList<>();
    private int line;
    private boolean inLambda;

    private Instructions(ClassModel file, String owner) {
        this.file = file;
        this.owner = owner;
    }

    /** Something that an instruction names. */
    public sealed interface Step {

        /** 0 if the byte code has none. */
        int line();
    }

    /** @param value a {@code String}, {@code Integer} or {@code Long} */
    public record Constant(Object value, int line) implements Step {}

    /** @param owner the full name of the class that has the static field */
    public record Read(String owner, String field, int line) implements Step {}

    /** @param owner the full name of the class that has the field, which may be static or not */
    public record Written(String owner, String field, int line) implements Step {}

    /**
     * A method or constructor that is called, or handed on to be called.
     *
     * @param owner the full name of the class that the instruction names
     * @param type parameters and result as class files write them
     */
    public record Called(String owner, String name, String type, int line) implements Step {

        /** What ArchUnit tells of a call, parameters and result apart. */
        public static Called of(JavaAccess<?> access) {
            return new Called(access.getTargetOwner().getName(), access.getName(), "", access.getLineNumber());
        }

        /** Whether it may come to some code: that constructor or method, also an inherited or an overriding one. */
        public boolean mayBe(JavaCodeUnit unit) {
            JavaClass of = unit.getOwner();
            String descriptor = ClassFiles.descriptor(unit);
            return unit.getName().equals(name)
                    && (unit.isConstructor()
                            ? of.getName().equals(owner)
                            : of.isAssignableTo(owner)
                                    || of.getAllSubclasses().stream().anyMatch(each -> each.getName().equals(owner)))
                    && descriptor.substring(0, descriptor.indexOf(')')).equals(type.substring(0, type.indexOf(')')));
        }
    }

    /** That what was computed is kept, dropped or given back: with that a statement ends. */
    public record Ended(int line) implements Step {}

    /** Those of a method or constructor; none where the class file is not at hand. */
    public static List<Step> of(JavaCodeUnit unit) {
        return ClassFiles.read(unit.getOwner()).stream()
                .flatMap(file -> {
                    Instructions all = new Instructions(file, unit.getOwner().getName());
                    all.read(unit.getName(), ClassFiles.descriptor(unit));
                    return all.steps.stream();
                })
                .toList();
    }

    /** Those of some code in parts: each leads from the wanted step before, or the beginning, to a wanted step. */
    public static List<List<Step>> leadingTo(Predicate<Step> wanted, JavaCodeUnit unit) {
        List<List<Step>> parts = new ArrayList<>();
        List<Step> part = new ArrayList<>();
        for (Step step : of(unit)) {
            part.add(step);
            if (wanted.test(step)) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        return parts;
    }

    private void read(String name, String type) {
        file.methods().stream()
                .filter(method -> method.methodName().equalsString(name) && method.methodType().equalsString(type))
                .findFirst()
                .flatMap(MethodModel::code)
                .ifPresent(code -> code.forEach(this::read));
    }

    private void read(CodeElement element) {
        switch (element) {
            case LineNumber number -> line = number.line();
            case ConstantInstruction constant when constant.constantValue() instanceof String
                    || constant.constantValue() instanceof Integer
                    || constant.constantValue() instanceof Long ->
                steps.add(new Constant(constant.constantValue(), line));
            case FieldInstruction field when field.opcode() == Opcode.GETSTATIC ->
                steps.add(new Read(name(field.owner().asSymbol()), field.name().stringValue(), line));
            case FieldInstruction field when field.opcode() != Opcode.GETFIELD ->
                steps.add(new Written(name(field.owner().asSymbol()), field.name().stringValue(), line));
            case InvokeInstruction call -> {
                steps.add(new Called(name(call.owner().asSymbol()), call.name().stringValue(), call.type().stringValue(), line));
                if (call.type().stringValue().endsWith(")V") && !call.name().equalsString("<init>")) {
                    steps.add(new Ended(line));
                }
            }
            case InvokeDynamicInstruction call -> call.bootstrapArgs().stream()
                    .filter(DirectMethodHandleDesc.class::isInstance)
                    .map(DirectMethodHandleDesc.class::cast)
                    .forEach(this::handedOn);
            case StoreInstruction _ -> steps.add(new Ended(line));
            case ReturnInstruction _ when !inLambda -> steps.add(new Ended(line));
            case StackInstruction drop when drop.opcode() == Opcode.POP || drop.opcode() == Opcode.POP2 ->
                steps.add(new Ended(line));
            default -> {}
        }
    }

    private void handedOn(DirectMethodHandleDesc method) {
        String type = method.lookupDescriptor();
        if (name(method.owner()).equals(owner) && method.methodName().startsWith("lambda$")) {
            int here = line;
            boolean outer = inLambda;
            inLambda = true;
            read(method.methodName(), type);
            inLambda = outer;
            line = here;
        } else {
            String name = method.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR ? "<init>" : method.methodName();
            steps.add(new Called(name(method.owner()), name, type, line));
        }
    }

    private static String name(ClassDesc type) {
        return type.isClassOrInterface() && !type.packageName().isEmpty()
                ? type.packageName() + "." + type.displayName()
                : type.displayName();
    }
}
