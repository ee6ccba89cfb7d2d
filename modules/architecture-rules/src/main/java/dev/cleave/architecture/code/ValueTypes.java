package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import dev.cleave.architecture.bytecode.ClassFields;
import dev.cleave.architecture.bytecode.ClassFields.ClassField;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.model.ValueType.Form;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The system's own types that the fields of messages have. */
final class ValueTypes {

    private static final String JSON_VALUE = "com.fasterxml.jackson.annotation.JsonValue";

    private ValueTypes() {}

    static List<ValueType> of(SystemCode code, Collection<Message> messages) {
        Map<String, ValueType> types = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        messages.forEach(message -> namedIn(message.fields()).forEach(open::add));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!types.containsKey(name) && code.classes().contain(name)) {
                for (JavaClass type : Types.concrete(code.classes().get(name)).toList()) {
                    ValueType read = read(code, type);
                    if (types.putIfAbsent(type.getName(), read) == null) {
                        namedIn(read.fields()).forEach(open::add);
                    }
                }
            }
        }
        return List.copyOf(types.values());
    }

    private static Stream<String> namedIn(List<Field> fields) {
        return fields.stream().flatMap(field -> field.raw().stream());
    }

    private static ValueType read(SystemCode code, JavaClass type) {
        String summary = code.documentation().summary(type).orElse(null);
        if (type.isEnum()) {
            List<String> constants = ClassFields.of(type).stream().filter(ClassField::constant).map(ClassField::name).toList();
            return new ValueType(type.getName(), Form.ENUMERATION, summary, List.of(), constants);
        }
        List<Field> fields = Fields.of(type);
        Form form = fields.size() == 1 && isPlainValue(code, type) ? Form.VALUE : Form.RECORD;
        return new ValueType(type.getName(), form, summary, fields, List.of());
    }

    private static boolean isPlainValue(SystemCode code, JavaClass type) {
        String identifier = code.conventions().identifierType();
        return identifier != null && Axon.isA(type, identifier)
                || Stream.<JavaMember>concat(type.getFields().stream(), type.getMethods().stream())
                        .anyMatch(member -> Axon.has(member, JSON_VALUE));
    }
}
