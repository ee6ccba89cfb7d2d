package dev.cleave.architecture.bytecode;

import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** What lies on the stack of a method at some point of its code. */
final class Operands<T> {

    /** @param wide whether it takes two words */
    private record Operand<T>(T value, boolean wide) {}

    private final T unknown;
    private final List<Operand<T>> operands;

    /** Nothing yet; what is taken nevertheless is not known. */
    Operands(T unknown) {
        this(unknown, List.of());
    }

    private Operands(T unknown, List<Operand<T>> operands) {
        this.unknown = unknown;
        this.operands = new ArrayList<>(operands);
    }

    Operands<T> copy() {
        return new Operands<>(unknown, operands);
    }

    void push(T value, boolean wide) {
        operands.add(new Operand<>(value, wide));
    }

    T pop() {
        return operands.isEmpty() ? unknown : operands.removeLast().value();
    }

    /** What was pushed last comes last. */
    List<T> pop(int count) {
        List<T> popped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            popped.add(pop());
        }
        Collections.reverse(popped);
        return popped;
    }

    void replace(UnaryOperator<T> by) {
        operands.replaceAll(operand -> new Operand<>(by.apply(operand.value()), operand.wide()));
    }

    /** Where ways meet. */
    Operands<T> merged(Operands<T> other, BinaryOperator<T> merge) {
        Operands<T> merged = copy();
        for (int i = 0; i < Math.min(operands.size(), other.operands.size()); i++) {
            Operand<T> operand = operands.get(i);
            merged.operands.set(
                    i, new Operand<>(merge.apply(operand.value(), other.operands.get(i).value()), operand.wide()));
        }
        return merged;
    }

    /** Does what an instruction does that does nothing else. */
    void arrange(Opcode opcode) {
        switch (opcode) {
            case POP -> take(1);
            case POP2 -> take(2);
            case DUP -> twice(1, 0);
            case DUP_X1 -> twice(1, 1);
            case DUP_X2 -> twice(1, 2);
            case DUP2 -> twice(2, 0);
            case DUP2_X1 -> twice(2, 1);
            case DUP2_X2 -> twice(2, 2);
            case SWAP -> {
                List<Operand<T>> one = take(1);
                List<Operand<T>> other = take(1);
                operands.addAll(one);
                operands.addAll(other);
            }
            default -> {}
        }
    }

    /** Doubles what takes some words, on top, below what takes some more. */
    private void twice(int words, int below) {
        List<Operand<T>> doubled = take(words);
        List<Operand<T>> passed = take(below);
        operands.addAll(doubled);
        operands.addAll(passed);
        operands.addAll(doubled);
    }

    private List<Operand<T>> take(int words) {
        List<Operand<T>> taken = new ArrayList<>();
        for (int left = words; left > 0;) {
            Operand<T> operand = operands.isEmpty() ? new Operand<>(unknown, false) : operands.removeLast();
            taken.addFirst(operand);
            left -= operand.wide() ? 2 : 1;
        }
        return taken;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operands<?> operandsOfOther && operands.equals(operandsOfOther.operands);
    }

    @Override
    public int hashCode() {
        return operands.hashCode();
    }
}
