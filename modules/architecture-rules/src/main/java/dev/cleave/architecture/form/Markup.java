package dev.cleave.architecture.form;

/** Text in HTML. */
final class Markup {

    private Markup() {}

    /** Text that stands for itself in an element and in a quoted attribute. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isCharacter(int c) {
        return c == '\n' || c == '\t'
                || !Character.isISOControl(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
