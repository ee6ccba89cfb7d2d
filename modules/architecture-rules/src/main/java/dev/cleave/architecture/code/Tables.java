package dev.cleave.architecture.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that there are after migrations, as far as their statements say so by name. */
final class Tables {

    private static final String NAME =
            "((?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^]]+])(?:\\s*\\.\\s*(?:[\\w$]+|\"[^\"]+\"|`[^`]+`|\\[[^]]+]))*)";
    private static final Pattern CREATED = pattern(
            "create\\s+(?:(?:global|local|temp|temporary|unlogged|cached|memory|foreign)\\s+)*table\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + NAME);
    private static final Pattern DROPPED = pattern("drop\\s+table\\s+(?:if\\s+exists\\s+)?(.*?)(?:\\s+(?:cascade|restrict).*)?$");
    private static final Pattern RENAMED =
            pattern("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME + "\\s+rename\\s+to\\s+" + NAME);
    private static final Pattern PASSED_BY =
            Pattern.compile("('(?:[^']|'')*')|(\\$(\\w*)\\$.*?\\$\\3\\$)|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final Set<String> tables = new LinkedHashSet<>();

    /** Runs the statements of a script. */
    void run(String script) {
        String bare = PASSED_BY.matcher(script)
                .replaceAll(found -> found.group(1) != null || found.group(2) != null ? "''" : " ");
        for (String statement : bare.split(";")) {
            apply(statement.strip());
        }
    }

    /** In alphabetical order, in lower case unless they were written in quotes. */
    List<String> all() {
        return tables.stream().sorted().toList();
    }

    private void apply(String statement) {
        Matcher created = CREATED.matcher(statement);
        if (created.lookingAt()) {
            tables.add(plain(created.group(1)));
        }
        Matcher dropped = DROPPED.matcher(statement);
        if (dropped.lookingAt()) {
            for (String name : dropped.group(1).split(",")) {
                tables.remove(plain(name));
            }
        }
        Matcher renamed = RENAMED.matcher(statement);
        if (renamed.lookingAt() && tables.remove(plain(renamed.group(1)))) {
            tables.add(plain(renamed.group(2)));
        }
    }

    /** The name alone, without the schema it is in. */
    private static String plain(String name) {
        List<String> parts = new ArrayList<>(List.of(name.split("\\.")));
        String last = parts.getLast().strip();
        boolean quoted = last.matches("[\"`\\[].*");
        return quoted ? last.substring(1, last.length() - 1) : last.toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
