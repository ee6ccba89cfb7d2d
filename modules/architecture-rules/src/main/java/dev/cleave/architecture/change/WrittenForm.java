package dev.cleave.architecture.change;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.model.TypeName;
import dev.cleave.architecture.model.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a message is written, down to what its parts consist of: a line for each field, with the way that leads to it, for example
 * {@code lines[].quantity}, and what stands there: {@code int}, {@code Sku (String)}, {@code one of PAID | DECLINED} or {@code {}}, which is to
 * say more fields; behind that {@code ?} where it may be missing. What a part's type is called does not matter, unless it stands for a single value.
 */
final class WrittenForm {

    private static final String MORE = "{}";
    private static final String ENUMERATION = "one of ";
    private static final String CONSTANTS = " | ";
    private static final String MAYBE = "?";

    private final Map<String, ValueType> types;
    private final SequencedMap<String, String> lines = new LinkedHashMap<>();
    private final Deque<String> within = new ArrayDeque<>();

    private WrittenForm(List<ValueType> types) {
        this.types = types.stream().collect(Collectors.toMap(ValueType::type, Function.identity(), (one, same) -> one));
    }

    static SequencedMap<String, String> of(Message message, List<ValueType> types) {
        WrittenForm form = new WrittenForm(types);
        message.fields().forEach(field -> form.add("", field));
        return form.lines;
    }

    /** Whether what stands there may be missing. */
    static boolean mayBeMissing(String line) {
        return line.endsWith(MAYBE);
    }

    /** What stands there, if it does. */
    static String content(String line) {
        return mayBeMissing(line) ? line.substring(0, line.length() - MAYBE.length()) : line;
    }

    /** The constants of an enumeration; empty of anything else. */
    static List<String> constants(String line) {
        return line.startsWith(ENUMERATION)
                ? List.of(content(line).substring(ENUMERATION.length()).split(Pattern.quote(CONSTANTS)))
                : List.of();
    }

    private void add(String before, Field field) {
        add(before + field.name(), TypeName.parse(field.type()), field.raw(), field.required());
    }

    private void add(String path, TypeName type, List<String> raw, boolean required) {
        if (type.arguments().isEmpty()) {
            add(path, type.name(), raw, required);
        } else if (type.last().equals("Optional")) {
            add(path, type.arguments().getLast(), raw, false);
        } else {
            String each = type.arguments().size() == 1 ? "[]" : "{" + type.arguments().getFirst().name().replace('.', '$') + "}";
            add(path + each, type.arguments().getLast(), raw, required);
        }
    }

    private void add(String path, String name, List<String> raw, boolean required) {
        String maybe = required ? "" : MAYBE;
        Optional<ValueType> known =
                raw.stream().map(types::get).filter(type -> type != null && isCalled(type, name)).findFirst();
        if (known.isEmpty()) {
            lines.put(path, name + maybe);
            return;
        }
        ValueType type = known.get();
        switch (type.form()) {
            case ENUMERATION -> lines.put(path, ENUMERATION + String.join(CONSTANTS, type.constants()) + maybe);
            case VALUE -> lines.put(
                    path,
                    type.name() + " (" + type.fields().stream().map(Field::type).collect(Collectors.joining(", ")) + ")" + maybe);
            case RECORD -> {
                lines.put(path, MORE + maybe);
                if (!within.contains(type.type())) {
                    within.push(type.type());
                    type.fields().forEach(field -> add(path + ".", field));
                    within.pop();
                }
            }
        }
    }

    private static boolean isCalled(ValueType type, String name) {
        return type.name().equals(Names.simple(name));
    }
}
