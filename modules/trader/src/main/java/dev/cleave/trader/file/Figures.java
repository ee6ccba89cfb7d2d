package dev.cleave.trader.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: {@code 1234.50}, {@code 1,234.50}, {@code 1.234,50}, {@code £ 2.55}, {@code 12,50 €}. Whether the
 * mark in {@code 1,234} ends the whole number can't be seen, so that there the file's separator decides: commas between columns leave
 * the decimal comma out, semicolons come with it. What stays doubtful is no number.
 */
final class Figures {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<sign>[-+\u2212]?)(?<whole>\\d{1,12}|\\d{1,3}(?:(?<group>[.,' \u00A0\u202F])\\d{3})(?:\\k<group>\\d{3}){0,3})"
                    + "(?:(?<mark>[.,])(?<rest>\\d{0,12}))?");
    private static final Pattern AROUND = Pattern.compile("(?:[\\p{Sc}\\s\\p{Zs}]|\\b[A-Z]{3}\\b)+");
    private static final int LONGEST = 40;

    private final char separator;

    Figures(char separator) {
        this.separator = separator;
    }

    /** The number, whose digits are few whatever the text is. */
    Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = bare(text);
        Matcher number = NUMBER.matcher(bare);
        if (!number.matches()) {
            return Optional.empty();
        }
        String group = number.group("group");
        String mark = number.group("mark");
        String whole = number.group("whole");
        String rest = number.group("rest");
        if (group != null && group.equals(mark)) {
            return Optional.empty();
        }
        if (group == null && rest != null && rest.length() == 3 && whole.length() <= 3) {
            // One mark with three digits behind it.
            boolean decimal = ".".equals(mark) && separator != ';' || whole.startsWith("0");
            if (!decimal && separator != ',') {
                return Optional.empty();
            }
            if (!decimal) {
                whole += rest;
                rest = null;
            }
        }
        String digits = whole.replaceAll("\\D", "") + (rest == null || rest.isEmpty() ? "" : "." + rest);
        BigDecimal value = new BigDecimal(digits);
        return Optional.of(number.group("sign").isEmpty() || number.group("sign").equals("+") ? value : value.negate());
    }

    /** Without a currency's sign or code before or behind it. */
    private static String bare(String text) {
        String bare = text.strip();
        String sign = "";
        if (bare.startsWith("-") || bare.startsWith("+")) {
            sign = bare.substring(0, 1);
            bare = bare.substring(1);
        }
        Matcher before = AROUND.matcher(bare);
        if (before.lookingAt()) {
            bare = bare.substring(before.end());
        }
        int end = bare.length();
        while (end > 0 && !Character.isDigit(bare.charAt(end - 1)) && ".,".indexOf(bare.charAt(end - 1)) < 0) {
            end--;
        }
        String behind = bare.substring(end);
        if (!behind.isEmpty() && AROUND.matcher(behind).matches()) {
            bare = bare.substring(0, end);
        }
        return sign + bare;
    }
}
