package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a class changes what fields hold, other than while they are initialised: an array's element is set, or a method that changes a
 * collection, a map, a builder, a counter or a cache is called on it or on a part of it, or handed on. Each method's instructions are
 * followed in their order, with the fields that lie on the stack and in local variables.
 */
public final class StaticWrites {

    private static final Set<String> CHANGING = Set.of(
            "add", "addAll", "addFirst", "addLast", "put", "putAll", "putIfAbsent", "putFirst", "putLast", "remove", "removeAll",
            "removeIf",
            "removeFirst", "removeLast", "retainAll", "clear", "set", "compute", "computeIfAbsent", "computeIfPresent", "merge",
            "replace",
            "replaceAll", "sort", "push", "pop", "poll", "pollFirst", "pollLast", "offer", "offerFirst", "offerLast", "append",
            "insert",
            "delete", "setLength", "incrementAndGet", "decrementAndGet", "getAndIncrement", "getAndDecrement", "addAndGet",
            "getAndAdd",
            "getAndSet", "compareAndSet", "updateAndGet", "getAndUpdate", "accumulateAndGet", "increment", "decrement", "reset",
            "acquire", "tryAcquire", "release", "invalidate", "invalidateAll", "setProperty", "lazySet", "setRelease", "setPlain",
            "getAndAccumulate", "drainTo", "take");

    /** What never changes, although a method of it is called like one that does: it gives back another one. */
    private static final List<String> FIXED = List.of("java/lang/String", "java/math/", "java/time/", "java/nio/file/Path");
    /** What gives back a part of a collection, or a view on it. */
    private static final Set<String> PARTS = Set.of(
            "keySet", "values", "entrySet", "iterator", "listIterator", "subList", "headMap", "tailMap", "subMap", "reversed",
            "descendingMap", "get", "getOrDefault", "getFirst", "getLast", "next");
    private static final Map<String, Set<String>> CHANGING_WHAT_IS_GIVEN = Map.of(
            "java/util/Collections", Set.of("addAll", "sort", "shuffle", "swap", "reverse", "rotate", "fill"),
            "java/util/Arrays", Set.of("fill", "sort", "setAll", "parallelSort", "parallelSetAll"));
    private static final String CACHES = "com/github/benmanes/caffeine/cache/";

    /**
     * A change.
     *
     * @param type whose field it is
     * @param in where it happens
     * @param method in which it happens
     * @param how in words: {@code calls Map.put}
     */
    public record Write(String type, String field, JavaClass in, String method, int line, String how) {}

    private record Field(String type, String name) {}

    /**
     * A value on the stack or in a variable.
     *
     * @param field the field that it comes from; null if it is none
     * @param part whether it is a part of what the field holds
     * @param wide whether it takes two words
     */
    private record Value(@Nullable Field field, boolean part, boolean wide) {

        static final Value ANY = new Value(null, false, false);

        static Value of(TypeKind kind) {
            return new Value(null, false, kind.slotSize() == 2);
        }
    }

    private final JavaClass in;
    private final boolean ofObjects;
    private final String method;
    private final List<Write> writes;
    private List<Value> stack = new ArrayList<>();
    private final Map<Integer, Value> variables = new HashMap<>();
    private final Map<Label, List<Value>> kept = new HashMap<>();
    private boolean falls = true;
    private int line;

    private StaticWrites(JavaClass in, boolean ofObjects, String method, List<Write> writes) {
        this.in = in;
        this.ofObjects = ofObjects;
        this.method = method;
        this.writes = writes;
    }

    /** What a class changes of what static fields hold, its own and others'. */
    public static List<Write> in(JavaClass type) {
        return read(type, false);
    }

    /** What a class changes of what the fields of its own objects hold, once these are made. */
    public static List<Write> inObjectsOf(JavaClass type) {
        return read(type, true);
    }

    private static List<Write> read(JavaClass type, boolean ofObjects) {
        List<Write> writes = new ArrayList<>();
        ClassFiles.read(type).ifPresent(model -> {
            for (MethodModel method : model.methods()) {
                String name = ClassFiles.enclosing(method.methodName().stringValue());
                if (!name.equals("<clinit>") && !(ofObjects && name.equals("<init>"))) {
                    StaticWrites reading = new StaticWrites(type, ofObjects, name, writes);
                    method.code().ifPresent(code -> code.forEach(reading::read));
                }
            }
        });
        return writes;
    }

    private void read(CodeElement element) {
        if (element instanceof Instruction) {
            falls = true;
        }
        switch (element) {
            case LineNumber number -> line = number.line();
            case LabelTarget target -> arrive(target.label());
            case LoadInstruction load -> push(variables.getOrDefault(load.slot(), Value.of(load.typeKind())));
            case StoreInstruction store -> variables.put(store.slot(), pop());
            case ConstantInstruction constant -> push(Value.of(constant.typeKind()));
            case FieldInstruction field -> field(field);
            case InvokeInstruction call -> call(call);
            case InvokeDynamicInstruction call -> called(call);
            case NewObjectInstruction made -> push(Value.ANY);
            case NewPrimitiveArrayInstruction made -> change(1, Value.ANY);
            case NewReferenceArrayInstruction made -> change(1, Value.ANY);
            case NewMultiArrayInstruction made -> change(made.dimensions(), Value.ANY);
            case ArrayLoadInstruction load -> change(2, Value.of(load.typeKind()));
            case ArrayStoreInstruction store -> {
                change(2, null);
                note(pop(), "sets an element of it");
            }
            case OperatorInstruction operator -> operate(operator);
            case ConvertInstruction convert -> change(1, Value.of(convert.toType()));
            case TypeCheckInstruction check -> {
                if (check.opcode() == Opcode.INSTANCEOF) {
                    change(1, Value.ANY);
                }
            }
            case MonitorInstruction monitor -> pop();
            case StackInstruction instruction -> arrange(instruction.opcode());
            case BranchInstruction branch -> branch(branch);
            case TableSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case ReturnInstruction end -> falls = false;
            case ThrowInstruction end -> falls = false;
            default -> {}
        }
    }

    private void field(FieldInstruction field) {
        Value value = Value.of(TypeKind.from(field.typeSymbol()));
        switch (field.opcode()) {
            case GETSTATIC -> push(ofObjects ? value : held(field, value));
            case PUTSTATIC -> pop();
            case GETFIELD -> change(1, ofObjects && ownerOf(field).equals(in.getName()) ? held(field, value) : value);
            default -> change(2, null);
        }
    }

    private static Value held(FieldInstruction field, Value value) {
        return new Value(new Field(ownerOf(field), field.name().stringValue()), false, value.wide());
    }

    private static String ownerOf(FieldInstruction field) {
        return field.owner().asInternalName().replace('/', '.');
    }

    private void call(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        List<Value> given = given(type);
        if (call.opcode() == Opcode.INVOKESTATIC) {
            if (CHANGING_WHAT_IS_GIVEN.getOrDefault(owner, Set.of()).contains(name)) {
                note(given.getFirst(), "hands it to " + simple(owner) + "." + name);
            }
            returned(type);
            return;
        }
        Value value = pop();
        if (changes(value, owner, name, type)) {
            note(value, "calls " + simple(owner) + "." + name);
        }
        boolean gives = value.field() != null && PARTS.contains(name) && isCollection(owner);
        if (gives && TypeKind.from(type.returnType()) == TypeKind.REFERENCE) {
            push(new Value(value.field(), true, false));
        } else {
            returned(type);
        }
    }

    private static boolean changes(Value value, String owner, String name, MethodTypeDesc type) {
        return CHANGING.contains(name)
                && FIXED.stream().noneMatch(owner::startsWith)
                && (!value.part() || isCollection(owner))
                || owner.startsWith(CACHES) && name.equals("get") && type.parameterCount() == 2;
    }

    private static boolean isCollection(String type) {
        return type.startsWith("java/util/") && !type.startsWith("java/util/function/");
    }

    private static String simple(String internal) {
        return internal.substring(internal.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** A method that is handed on together with the object that it is to be called on: {@code names::add}. */
    private void called(InvokeDynamicInstruction call) {
        List<Value> given = given(call.typeSymbol());
        if (!given.isEmpty()) {
            call.bootstrapArgs().stream()
                    .filter(DirectMethodHandleDesc.class::isInstance)
                    .map(DirectMethodHandleDesc.class::cast)
                    .filter(method -> method.kind() != DirectMethodHandleDesc.Kind.STATIC
                            && method.kind() != DirectMethodHandleDesc.Kind.INTERFACE_STATIC)
                    .forEach(method -> {
                        String owner = method.owner().descriptorString().replaceFirst("^L", "").replace(";", "");
                        if (changes(given.getFirst(), owner, method.methodName(), call.typeSymbol())) {
                            note(given.getFirst(), "hands on " + simple(owner) + "." + method.methodName());
                        }
                    });
        }
        returned(call.typeSymbol());
    }

    private List<Value> given(MethodTypeDesc type) {
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < type.parameterCount(); i++) {
            given.addFirst(pop());
        }
        return given;
    }

    private void returned(MethodTypeDesc type) {
        TypeKind kind = TypeKind.from(type.returnType());
        if (kind != TypeKind.VOID) {
            push(Value.of(kind));
        }
    }

    private void operate(OperatorInstruction operator) {
        switch (operator.opcode()) {
            case ARRAYLENGTH, LCMP, FCMPL, FCMPG, DCMPL, DCMPG ->
                change(operator.opcode() == Opcode.ARRAYLENGTH ? 1 : 2, Value.ANY);
            case INEG, LNEG, FNEG, DNEG -> change(1, Value.of(operator.typeKind()));
            default -> change(2, Value.of(operator.typeKind()));
        }
    }

    private void note(Value value, String how) {
        if (value.field() != null) {
            writes.add(new Write(value.field().type(), value.field().name(), in, method, line, how));
        }
    }

    /** Where ways meet, what one of them had is taken on; where an exception is caught, it alone lies on the stack. */
    private void arrive(Label label) {
        if (!falls) {
            stack = new ArrayList<>(kept.getOrDefault(label, List.of(Value.ANY)));
            falls = kept.containsKey(label);
        }
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> {
                leave(branch.target());
                falls = false;
                return;
            }
            case IF_ACMPEQ, IF_ACMPNE, IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE -> change(2, null);
            default -> pop();
        }
        leave(branch.target());
    }

    private void choose(Label otherwise, List<SwitchCase> cases) {
        pop();
        leave(otherwise);
        cases.forEach(each -> leave(each.target()));
        falls = false;
    }

    private void leave(Label target) {
        kept.putIfAbsent(target, new ArrayList<>(stack));
    }

    private void arrange(Opcode opcode) {
        switch (opcode) {
            case POP -> pop();
            case POP2 -> take(2);
            case DUP -> copy(1, 0);
            case DUP_X1 -> copy(1, 1);
            case DUP_X2 -> copy(1, 2);
            case DUP2 -> copy(2, 0);
            case DUP2_X1 -> copy(2, 1);
            case DUP2_X2 -> copy(2, 2);
            case SWAP -> {
                Value one = pop();
                Value other = pop();
                push(one);
                push(other);
            }
            default -> {}
        }
    }

    /** Copies what takes some words, on top, below what takes some more. */
    private void copy(int words, int below) {
        List<Value> copied = take(words);
        List<Value> passed = take(below);
        stack.addAll(copied);
        stack.addAll(passed);
        stack.addAll(copied);
    }

    private List<Value> take(int words) {
        List<Value> taken = new ArrayList<>();
        for (int left = words; left > 0;) {
            Value value = pop();
            taken.addFirst(value);
            left -= value.wide() ? 2 : 1;
        }
        return taken;
    }

    private void change(int taken, @Nullable Value given) {
        for (int i = 0; i < taken; i++) {
            pop();
        }
        if (given != null) {
            push(given);
        }
    }

    private void push(Value value) {
        stack.add(value);
    }

    private Value pop() {
        return stack.isEmpty() ? Value.ANY : stack.removeLast();
    }
}
