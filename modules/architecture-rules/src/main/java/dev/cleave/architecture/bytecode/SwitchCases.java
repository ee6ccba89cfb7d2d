package dev.cleave.architecture.bytecode;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.HashMap;
import java.util.Map;

/** Reads the class that a compiler makes for {@code switch} over enumerations: it sets each constant's number when it is initialised. */
final class SwitchCases {

    private SwitchCases() {}

    /** The numbers of the constants, by their names, in the array of the given name. */
    static Map<String, Long> in(ClassModel file, String field) {
        Map<String, Long> numbers = new HashMap<>();
        String array = "";
        String constant = "";
        long number = 0;
        for (CodeElement element : file.methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementList().stream())
                .toList()) {
            switch (element) {
                case FieldInstruction get when get.opcode() == Opcode.GETSTATIC && get.typeSymbol().isArray() ->
                    array = get.name().stringValue();
                case FieldInstruction get when get.opcode() == Opcode.GETSTATIC -> constant = get.name().stringValue();
                case ConstantInstruction value when value.constantValue() instanceof Integer whole -> number = whole;
                case ArrayStoreInstruction _ -> {
                    if (array.equals(field)) {
                        numbers.put(constant, number);
                    }
                }
                default -> {}
            }
        }
        return numbers;
    }
}
