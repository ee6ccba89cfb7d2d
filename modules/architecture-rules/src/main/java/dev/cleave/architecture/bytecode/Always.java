package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether code does something on each way to its end, as against only on some. What a lambda in it does is done on none for certain. */
public final class Always {

    private final List<CodeElement> elements;
    private final Map<Label, Integer> places = new HashMap<>();

    private Always(CodeModel code) {
        this.elements = code.elementList();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                places.put(target.label(), i);
            }
        }
    }

    /** Whether code comes to no end but by an exception without calling other code; where its class file is not at hand it may. */
    public static boolean calls(JavaCodeUnit unit, JavaCodeUnit other) {
        return ClassFiles.method(unit).flatMap(MethodModel::code)
                .map(code -> !new Always(code).endsWithout(call(other)))
                .orElse(false);
    }

    /** Whether code comes to no end but by an exception without making an object of a type. */
    public static boolean makes(JavaCodeUnit unit, JavaClass type) {
        return ClassFiles.method(unit).flatMap(MethodModel::code)
                .map(code -> !new Always(code).endsWithout(new Call(type.getName(), "<init>", null)))
                .orElse(false);
    }

    /** @param type as the class file has it; null if any is meant */
    private record Call(String owner, String name, @Nullable String type) {

        boolean is(InvokeInstruction made) {
            return made.owner().asInternalName().replace('/', '.').equals(owner)
                    && made.name().equalsString(name)
                    && (type == null || made.type().equalsString(type));
        }
    }

    private static Call call(JavaCodeUnit unit) {
        return new Call(unit.getOwner().getName(), unit.getName(), ClassFiles.descriptor(unit));
    }

    private boolean endsWithout(Call wanted) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at >= elements.size() || seen.get(at)) {
                continue;
            }
            seen.set(at);
            boolean falls = true;
            switch (elements.get(at)) {
                case InvokeInstruction call when wanted.is(call) -> falls = false;
                case ReturnInstruction _ -> {
                    return true;
                }
                case ThrowInstruction _ -> falls = false;
                case BranchInstruction branch -> {
                    open.push(places.get(branch.target()));
                    falls = branch.opcode() != Opcode.GOTO && branch.opcode() != Opcode.GOTO_W;
                }
                case TableSwitchInstruction choice -> falls = leave(open, choice.defaultTarget(), choice.cases());
                case LookupSwitchInstruction choice -> falls = leave(open, choice.defaultTarget(), choice.cases());
                default -> {}
            }
            if (falls) {
                open.push(at + 1);
            }
            if (open.isEmpty()) {
                addCatching(open, seen);
            }
        }
        return false;
    }

    private boolean leave(Deque<Integer> open, Label otherwise, List<SwitchCase> cases) {
        open.push(places.get(otherwise));
        cases.forEach(each -> open.push(places.get(each.target())));
        return false;
    }

    /** Where something that was come to is tried, what catches its exceptions may be come to. */
    private void addCatching(Deque<Integer> open, BitSet seen) {
        for (CodeElement element : elements) {
            if (element instanceof ExceptionCatch caught) {
                int tried = seen.nextSetBit(places.get(caught.tryStart()));
                int handler = places.get(caught.handler());
                if (tried >= 0 && tried < places.get(caught.tryEnd()) && !seen.get(handler)) {
                    open.push(handler);
                }
            }
        }
    }
}
