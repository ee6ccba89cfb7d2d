package dev.cleave.architecture.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value in the text that Prometheus reads.
 *
 * @param labels by name
 */
record Series(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+([-+0-9.eE]+|NaN|[-+]?Inf)(?:\\s+[-+0-9.]+)?"
                    + "(?:\\s+#.*)?\\s*");
    private static final Pattern LABEL = Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*\"((?:\\\\.|[^\"\\\\])*)\"\\s*,?");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** All values of a text; lines that are none are passed by. */
    static List<Series> in(String text) {
        List<Series> all = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                all.add(new Series(parts.group(1), labels(parts.group(2)), value(parts.group(3))));
            }
        });
        return all;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            while (label.lookingAt()) {
                labels.put(label.group(1), unescaped(label.group(2)));
                label.region(label.end(), text.length());
            }
        }
        return labels;
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    private static double value(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
