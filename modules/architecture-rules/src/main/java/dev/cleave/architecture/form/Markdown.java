package dev.cleave.architecture.form;

import java.util.regex.Pattern;

/** Text within Markdown, so that nothing of it is taken for markup, for a person who is called or for another issue's number. */
final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>|~]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** As running text, on one line. */
    static String text(String text) {
        return MARKUP.matcher(line(text).replace("&", "&amp;"))
                .replaceAll("\\\\$0")
                .replaceAll("@|#(?=\\d)", "$0&#8203;")
                .replaceAll("^([#+-])", "\\\\$1")
                .replaceAll("^(\\d+)([.)])", "$1\\\\$2");
    }

    /** As code, on one line. */
    static String code(String code) {
        String line = line(code);
        int longest = BACKTICKS.matcher(line).results().mapToInt(run -> run.group().length()).max().orElse(0);
        String fence = "`".repeat(longest + 1);
        String pad = line.startsWith("`") || line.endsWith("`") || line.isEmpty() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
