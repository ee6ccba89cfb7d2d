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
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a class changes what its own static fields hold, other than while it is initialised: an array's element is set, or a method that
 * changes a collection, a map, a builder or a counter is called on it. Each method's instructions are followed in their order, with the
 * fields that lie on the stack and in local variables.
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
            "setProperty", "lazySet", "setRelease", "setPlain", "getAndAccumulate", "drainTo", "take");

    /**
     * A change.
     *
     * @param method in which it happens
     * @param how in words: {@code calls Map.put}
     */
    public record Write(String field, String method, int line, String how) {}

    /**
     * A value on the stack or in a variable.
     *
     * @param field the static field that it comes from; null if it is none
     * @param wide whether it takes two words
     */
    private record Value(@Nullable String field, boolean wide) {

        static final Value ANY = new Value(null, false);

        static Value of(TypeKind kind) {
            return new Value(null, kind.slotSize() == 2);
        }
    }

    private final String owner;
    private final String method;
    private final List<Write> writes;
    private List<Value> stack = new ArrayList<>();
    private final Map<Integer, Value> variables = new HashMap<>();
    private final Map<Label, List<Value>> kept = new HashMap<>();
    private boolean falls = true;
    private int line;

    private StaticWrites(String owner, String method, List<Write> writes) {
        this.owner = owner;
        this.method = method;
        this.writes = writes;
    }

    /** The changes in a class. */
    public static List<Write> in(JavaClass type) {
        List<Write> writes = new ArrayList<>();
        ClassFiles.read(type).ifPresent(model -> {
            String owner = model.thisClass().asInternalName();
            for (MethodModel method : model.methods()) {
                String name = ClassFiles.enclosing(method.methodName().stringValue());
                if (!name.equals("<clinit>")) {
                    StaticWrites reading = new StaticWrites(owner, name, writes);
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
            case InvokeDynamicInstruction call -> called(call.typeSymbol());
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
            case GETSTATIC -> push(
                    field.owner().asInternalName().equals(owner) ? new Value(field.name().stringValue(), value.wide()) : value);
            case PUTSTATIC -> pop();
            case GETFIELD -> change(1, value);
            default -> change(2, null);
        }
    }

    private void call(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        change(type.parameterCount(), null);
        if (call.opcode() != Opcode.INVOKESTATIC) {
            Value value = pop();
            String name = call.name().stringValue();
            if (CHANGING.contains(name)) {
                String called = call.owner().asInternalName();
                note(value, "calls " + called.substring(called.lastIndexOf('/') + 1).replace('$', '.') + "." + name);
            }
        }
        returned(type);
    }

    private void called(MethodTypeDesc type) {
        change(type.parameterCount(), null);
        returned(type);
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
            writes.add(new Write(value.field(), method, line, how));
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
