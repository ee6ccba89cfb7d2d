package dev.cleave.architecture.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A type as source code writes it, taken apart.
 *
 * @param name without type arguments and packages
 * @param arguments its type arguments; of an array, what it holds
 */
public record TypeName(String name, List<TypeName> arguments) {

    /** The name of an array. */
    public static final String ARRAY = "[]";

    /** Takes apart what source code writes. */
    public static TypeName parse(String written) {
        String text = written.replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "").strip();
        if (text.endsWith("[]")) {
            return new TypeName(ARRAY, List.of(parse(text.substring(0, text.length() - 2))));
        }
        if (text.endsWith("...")) {
            return new TypeName(ARRAY, List.of(parse(text.substring(0, text.length() - 3))));
        }
        if (text.startsWith("?")) {
            String bound = text.replaceFirst("^\\?\\s*(extends|super)?\\s*", "");
            return bound.isEmpty() ? new TypeName("Object", List.of()) : parse(bound);
        }
        int open = text.indexOf('<');
        if (open < 0 || !text.endsWith(">")) {
            return new TypeName(text, List.of());
        }
        List<TypeName> arguments = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && depth == 0 || i == text.length() - 1) {
                arguments.add(parse(text.substring(start, i)));
                start = i + 1;
            } else if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            }
        }
        return new TypeName(text.substring(0, open).strip(), List.copyOf(arguments));
    }

    /** The name alone, of a nested type without the type that it is nested in. */
    public String last() {
        return Names.simple(name);
    }
}
