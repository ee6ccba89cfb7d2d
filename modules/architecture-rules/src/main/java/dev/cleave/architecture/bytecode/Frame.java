package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Evaluation.Call;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
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
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
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
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A method that is followed, with what it is called on and with. Its instructions are gone through until nothing new is learnt. */
final class Frame {

    private static final int PASSES = 6;

    private final Evaluation.Run run;
    private final JavaClass owner;
    private final String method;
    private final CodeModel code;
    private final Map<Integer, Values> arguments = new HashMap<>();
    private final Map<Label, State> states = new HashMap<>();
    private final Map<CodeElement, Value.Raw> raws = new HashMap<>();
    private Values returned = Values.NONE;
    private State state;
    private boolean falls;
    private boolean learnt;
    private int line;

    /** @param receiver taken for nothing where the method is static */
    Frame(Evaluation.Run run, JavaClass owner, MethodModel method, Values receiver, List<Values> arguments) {
        this.run = run;
        this.owner = owner;
        this.method = method.methodName().stringValue();
        this.code = method.code().orElseThrow();
        int slot = 0;
        if (!method.flags().has(AccessFlag.STATIC)) {
            this.arguments.put(slot++, receiver);
        }
        List<ClassDesc> types = method.methodTypeSymbol().parameterList();
        for (int i = 0; i < types.size(); i++) {
            this.arguments.put(slot, i < arguments.size() ? arguments.get(i) : Values.ANY);
            slot += TypeKind.from(types.get(i)).slotSize();
        }
        this.state = start();
    }

    /** What lies on the stack and in the variables. */
    private record State(Operands<Values> stack, Map<Integer, Values> variables) {

        State copy() {
            return new State(stack.copy(), new HashMap<>(variables));
        }

        /** A variable that only one of them has is used by neither afterwards. */
        State or(State other) {
            Map<Integer, Values> both = new HashMap<>();
            variables.forEach((slot, values) -> {
                if (other.variables.containsKey(slot)) {
                    both.put(slot, values.or(other.variables.get(slot)));
                }
            });
            return new State(stack.merged(other.stack, Values::or), both);
        }
    }

    private State start() {
        return new State(new Operands<>(Values.ANY), new HashMap<>(arguments));
    }

    /** What the method gives back. */
    Values run() {
        learnt = true;
        for (int pass = 0; pass < PASSES && learnt; pass++) {
            learnt = false;
            state = start();
            falls = true;
            code.forEach(this::read);
        }
        return returned;
    }

    private void read(CodeElement element) {
        switch (element) {
            case LineNumber number -> line = number.line();
            case LabelTarget target -> arrive(target.label());
            case ExceptionCatch caught -> {
                State before = start();
                before.stack().push(Values.ANY, false);
                states.putIfAbsent(caught.handler(), before);
            }
            case Instruction instruction when falls -> instruction(instruction);
            default -> {}
        }
    }

    private void instruction(Instruction instruction) {
        switch (instruction) {
            case LoadInstruction load -> push(state.variables().getOrDefault(load.slot(), Values.ANY), load.typeKind());
            case StoreInstruction store -> state.variables().put(store.slot(), pop());
            case IncrementInstruction increment -> state.variables().put(increment.slot(), Values.ANY);
            case ConstantInstruction constant -> push(constant(constant.constantValue()), constant.typeKind());
            case FieldInstruction field -> field(field);
            case InvokeInstruction call -> call(call);
            case InvokeDynamicInstruction call -> push(dynamic(call), TypeKind.from(call.typeSymbol().returnType()));
            case NewObjectInstruction made -> push(
                    Values.of(raws.computeIfAbsent(
                            made, any -> run.raw(Evaluation.name(made.className().asSymbol())))),
                    TypeKind.REFERENCE);
            case NewPrimitiveArrayInstruction _ -> computed(1, TypeKind.REFERENCE);
            case NewReferenceArrayInstruction _ -> computed(1, TypeKind.REFERENCE);
            case NewMultiArrayInstruction made -> computed(made.dimensions(), TypeKind.REFERENCE);
            case ArrayLoadInstruction load -> element(load);
            case ArrayStoreInstruction _ -> state.stack().pop(3);
            case OperatorInstruction operator -> operate(operator);
            case ConvertInstruction convert -> push(pop(), convert.toType());
            case TypeCheckInstruction check -> {
                if (check.opcode() == Opcode.INSTANCEOF) {
                    computed(1, TypeKind.INT);
                }
            }
            case MonitorInstruction _ -> pop();
            case StackInstruction arranging -> state.stack().arrange(arranging.opcode());
            case BranchInstruction branch -> branch(branch);
            case TableSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> choose(choice.defaultTarget(), choice.cases());
            case ReturnInstruction end -> {
                if (end.typeKind() != TypeKind.VOID) {
                    Values all = returned.or(pop());
                    learnt |= !all.equals(returned);
                    returned = all;
                }
                falls = false;
            }
            case ThrowInstruction _ -> falls = false;
            default -> {}
        }
    }

    private static Values constant(ConstantDesc constant) {
        return switch (constant) {
            case String text -> Values.of(new Value.Text(text));
            case Integer whole -> Values.of(new Value.Whole(whole));
            case Long whole -> Values.of(new Value.Whole(whole));
            case null, default -> Values.ANY;
        };
    }

    private void field(FieldInstruction field) {
        String holder = Evaluation.name(field.owner().asSymbol());
        String name = field.name().stringValue();
        TypeKind kind = TypeKind.from(field.typeSymbol());
        switch (field.opcode()) {
            case GETSTATIC -> push(staticField(holder, name, field.typeSymbol()), kind);
            case PUTSTATIC -> pop();
            case GETFIELD -> {
                JavaClass type = run.evaluation().find(holder);
                Values object = pop();
                push(type == null
                        ? Values.ANY.with(object.from())
                        : run.evaluation().typed(run.field(type, object, name), field.typeSymbol()), kind);
            }
            default -> {
                Values value = pop();
                run.noteField(pop(), name, value);
            }
        }
    }

    private Values staticField(String holder, String name, ClassDesc type) {
        JavaClass owner = run.evaluation().find(holder);
        if (name.startsWith("$SwitchMap$")) {
            return Values.of(new Value.Cases(holder, name));
        }
        return owner != null && owner.isEnum() && Evaluation.name(type).equals(holder)
                ? Values.of(new Value.Constant(holder, name))
                : Values.ANY;
    }

    private void call(InvokeInstruction instruction) {
        MethodTypeDesc type = instruction.typeSymbol();
        Call call = new Call(Evaluation.name(instruction.owner().asSymbol()), instruction.name().stringValue(), type);
        List<Values> given = state.stack().pop(type.parameterCount());
        boolean isStatic = instruction.opcode() == Opcode.INVOKESTATIC;
        Values receiver = isStatic ? Values.ANY : pop();
        if (call.name().equals("<init>")) {
            construct(call, receiver, given);
            return;
        }
        run.noteCall(call, receiver, given, owner, method, line);
        Values result = run.invoke(call, isStatic ? null : receiver, given);
        returned(result, type.returnType());
    }

    private void construct(Call call, Values receiver, List<Values> given) {
        Value.Raw raw = receiver.all(Value.Raw.class).stream().findFirst().orElse(null);
        if (raw == null || !raws.containsValue(raw)) {
            run.initialise(receiver, call, given);
            return;
        }
        Values made = run.construct(raw, call, given);
        run.noteCall(call, made, given, owner, method, line);
        state.stack().replace(values -> values.known().contains(raw) ? made : values);
        state.variables().replaceAll((slot, values) -> values.known().contains(raw) ? made : values);
    }

    private void returned(Values result, ClassDesc type) {
        TypeKind kind = TypeKind.from(type);
        if (kind != TypeKind.VOID) {
            push(result, kind);
        }
    }

    private Values dynamic(InvokeDynamicInstruction call) {
        List<Values> taken = state.stack().pop(call.typeSymbol().parameterCount());
        String bootstrap = call.bootstrapMethod().methodName();
        if (bootstrap.equals("makeConcatWithConstants")) {
            return together(call.bootstrapArgs(), taken);
        }
        if (bootstrap.equals("metafactory") || bootstrap.equals("altMetafactory")) {
            for (ConstantDesc argument : call.bootstrapArgs()) {
                if (argument instanceof DirectMethodHandleDesc handle) {
                    Value.Function function = new Value.Function(handle, taken);
                    run.apply(function, List.of());
                    return Values.of(function);
                }
            }
        }
        return Values.from(Evaluation.origins(taken));
    }

    private static Values together(List<ConstantDesc> arguments, List<Values> taken) {
        Set<String> texts = new LinkedHashSet<>(Set.of(""));
        int constant = 1;
        int value = 0;
        boolean open = false;
        for (char each : ((String) arguments.getFirst()).toCharArray()) {
            List<String> parts = new ArrayList<>();
            switch (each) {
                case '\u0001' -> {
                    Values part = taken.get(value++);
                    open |= part.open() || part.texts().size() < part.known().size();
                    parts.addAll(part.texts());
                }
                case '\u0002' -> parts.add(String.valueOf(arguments.get(constant++)));
                default -> parts.add(String.valueOf(each));
            }
            Set<String> longer = new LinkedHashSet<>();
            texts.forEach(text -> parts.forEach(part -> longer.add(text + part)));
            texts = longer;
        }
        Values known = Values.of(texts.stream().map(Value.Text::new).toList());
        return (open ? known.or(Values.ANY) : known).with(Evaluation.origins(taken));
    }

    private void element(ArrayLoadInstruction load) {
        Values index = pop();
        Values array = pop();
        List<Value> elements = new ArrayList<>();
        boolean open = array.open();
        for (Value each : array.known()) {
            switch (each) {
                case Value.Constants all -> {
                    JavaClass type = run.evaluation().find(all.type());
                    elements.addAll(type == null ? List.of() : run.evaluation().constants(type));
                }
                case Value.Cases cases -> {
                    Map<String, Long> numbers = run.evaluation().cases(cases);
                    Set<Value.Ordinal> ordinals = index.all(Value.Ordinal.class);
                    open |= index.open()
                            || ordinals.isEmpty()
                            || !ordinals.stream().allMatch(ordinal -> numbers.containsKey(ordinal.constant().name()));
                    ordinals.forEach(ordinal -> {
                        Long number = numbers.get(ordinal.constant().name());
                        if (number != null) {
                            elements.add(new Value.Whole(number));
                        }
                    });
                }
                default -> open = true;
            }
        }
        Values found = Values.of(elements);
        push(open ? found.or(Values.ANY) : found, load.typeKind());
    }

    private void operate(OperatorInstruction operator) {
        switch (operator.opcode()) {
            case ARRAYLENGTH -> computed(1, TypeKind.INT);
            case LCMP, FCMPL, FCMPG, DCMPL, DCMPG -> computed(2, TypeKind.INT);
            case INEG, LNEG, FNEG, DNEG -> computed(1, operator.typeKind());
            default -> computed(2, operator.typeKind());
        }
    }

    /** Something that is not known but for what it is computed from. */
    private void computed(int taken, TypeKind kind) {
        push(Values.from(Evaluation.origins(state.stack().pop(taken))), kind);
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> {
                leave(branch.target());
                falls = false;
                return;
            }
            case IF_ACMPEQ, IF_ACMPNE, IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE ->
                state.stack().pop(2);
            default -> pop();
        }
        leave(branch.target());
    }

    private void choose(Label otherwise, List<SwitchCase> cases) {
        Values chosen = pop();
        Set<Value.Whole> numbers = chosen.all(Value.Whole.class);
        boolean known = !chosen.open() && numbers.size() == chosen.known().size();
        Set<Long> left = new LinkedHashSet<>();
        numbers.forEach(number -> left.add(number.number()));
        for (SwitchCase each : cases) {
            if (!known || left.remove((long) each.caseValue())) {
                leave(each.target());
            }
        }
        if (!known || !left.isEmpty()) {
            leave(otherwise);
        }
        falls = false;
    }

    private void leave(Label target) {
        State before = states.get(target);
        State after = before == null ? state.copy() : before.or(state);
        if (!after.equals(before)) {
            states.put(target, after);
            learnt = true;
        }
    }

    /** Where ways meet. */
    private void arrive(Label label) {
        State met = states.get(label);
        if (met != null) {
            state = falls ? met.or(state) : met.copy();
            falls = true;
        }
    }

    private void push(Values values, TypeKind kind) {
        state.stack().push(values, kind.slotSize() == 2);
    }

    private Values pop() {
        return state.stack().pop();
    }
}
