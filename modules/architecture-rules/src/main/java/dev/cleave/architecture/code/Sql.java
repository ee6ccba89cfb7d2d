package dev.cleave.architecture.code;

import dev.cleave.architecture.bytecode.Literals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables SQL names. It is read word by word instead of being parsed, because what stands in code is often a piece of a statement, or
 * one with holes, and because migrations are written in several dialects: a name is that of a table by the words before it.
 */
public final class Sql {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>\\s+|--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$|\\$\\{[^}]*})"
                    + "|(?<word>(?:[\\p{L}_\\u0001]|%s)(?:[\\p{L}\\p{N}_$\\u0001]|%s)*)"
                    + "|(?<quoted>\"[^\"]+\"|`[^`]+`|\\[[^\\]\\s]+\\])"
                    + "|(?<other>.)",
            Pattern.DOTALL);

    /** What is put in right behind a word is taken for what follows it: {@code "FROM orders" + condition}. */
    private static final Pattern WHAT_FOLLOWS = Pattern.compile("(?<=[^_\\u0001])(\\u0001|%s)+$");

    private static final Set<String> AFTER_TABLE = Set.of(
            "WHERE", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "NATURAL", "ON", "USING", "GROUP", "ORDER",
            "HAVING",
            "LIMIT", "OFFSET", "FETCH", "FOR", "UNION", "EXCEPT", "INTERSECT", "MINUS", "SET", "VALUES", "WHEN", "RETURNING",
            "WINDOW",
            "TABLESAMPLE", "SELECT", "AND", "OR", "DEFAULT", "WITH");
    private static final Set<String> FROM_IS_NO_TABLE = Set.of("EXTRACT", "TRIM", "SUBSTRING", "OVERLAY", "POSITION");
    private static final Set<String> BEFORE_OTHER_UPDATE =
            Set.of("FOR", "KEY", "DO", "ON", "THEN", "AFTER", "BEFORE", "OR", "OF");
    private static final Set<String> PIECES = Set.of(
            "FROM", "JOIN", "LEFT", "RIGHT", "INNER", "CROSS", "WHERE", "AND", "OR", "ORDER", "UNION", "EXISTS", "GROUP", "INTO",
            "SET",
            "USING");

    /**
     * That a table is named.
     *
     * @param name in lower case, without quotes, with its schema if that is told; empty if it is only put in when the statement runs
     * @param line counted from 1 within the text
     */
    public record Named(String name, Does does, int line) {

        /** Whether the statement makes it. */
        public boolean made() {
            return does == Does.MAKE;
        }
    }

    /** What a statement does with a table, its rows apart. A table that is given another name is dropped, and that other one made. */
    public enum Does {
        MAKE,
        DROP,
        NEITHER
    }

    private record Token(String text, boolean quoted, int line) {

        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }

        boolean isName() {
            return quoted || Character.isLetter(text.charAt(0)) || text.charAt(0) == '_' || hasHole();
        }

        boolean hasHole() {
            return text.indexOf(Literals.HOLE) >= 0 || text.contains("%s");
        }

        String upper() {
            return quoted ? "" : text.toUpperCase(Locale.ROOT);
        }
    }

    private final List<Token> tokens;
    private final List<Named> named = new ArrayList<>();
    private int at;

    private Sql(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Whether a text is a statement. Keywords are in capitals or in small letters, not as a sentence begins. */
    public static boolean isStatement(String text) {
        List<Token> tokens = tokens(text);
        if (tokens.size() < 2 || !isKeywordCase(tokens.getFirst().text())) {
            return false;
        }
        Token second = tokens.get(1);
        return switch (tokens.getFirst().upper()) {
            case "SELECT" -> tokens.stream().anyMatch(token -> token.is("FROM"));
            case "INSERT", "MERGE" -> second.is("INTO");
            case "DELETE" -> second.is("FROM");
            case "UPDATE" -> tokens.stream().anyMatch(token -> token.is("SET"));
            case "WITH" -> tokens.stream().anyMatch(token -> token.is("AS")) && tokens.stream().anyMatch(token -> token.is("("));
            case "LOCK" -> second.is("TABLE");
            case "CREATE", "ALTER", "DROP", "TRUNCATE" ->
                tokens.stream().anyMatch(token -> token.is("TABLE") || token.is("INDEX") || token.is("VIEW"));
            default -> false;
        };
    }

    /** Whether a text is a statement that changes rows, wherever in it that is said. */
    public static boolean isWriting(String text) {
        return isStatement(text)
                && tokens(text).stream().map(Token::upper).anyMatch(Set.of("INSERT", "DELETE", "MERGE", "TRUNCATE")::contains)
                || isStatement(text) && tokens(text).getFirst().is("UPDATE");
    }

    /** Whether a text is a piece of a statement that may name tables. */
    public static boolean isPiece(String text) {
        List<Token> tokens = tokens(text);
        return !tokens.isEmpty() && PIECES.contains(tokens.getFirst().text());
    }

    /** The tables that a statement, or a script of statements, names. */
    public static List<Named> tables(String text) {
        List<Named> all = new ArrayList<>();
        List<Token> statement = new ArrayList<>();
        for (Token token : tokens(text)) {
            if (token.text().equals(";")) {
                all.addAll(new Sql(List.copyOf(statement)).read());
                statement.clear();
            } else {
                statement.add(token);
            }
        }
        all.addAll(new Sql(List.copyOf(statement)).read());
        return all;
    }

    /** The tables and views that are there after scripts, in alphabetical order and in lower case, without the schemas they are in. */
    static SortedSet<String> tablesAfter(List<String> scripts) {
        SortedSet<String> tables = new TreeSet<>();
        for (Named named : scripts.stream().flatMap(script -> tables(script).stream()).toList()) {
            String name = named.name().substring(named.name().lastIndexOf('.') + 1);
            switch (named.does()) {
                case MAKE -> tables.add(name);
                case DROP -> tables.remove(name);
                case NEITHER -> {}
            }
        }
        tables.remove("");
        return tables;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int line = 1;
        while (matcher.find()) {
            String found = matcher.group();
            if (matcher.group("skip") == null) {
                boolean quoted = matcher.group("quoted") != null;
                tokens.add(new Token(
                        quoted ? found.substring(1, found.length() - 1) : WHAT_FOLLOWS.matcher(found).replaceFirst(""), quoted,
                        line));
            }
            line += (int) found.chars().filter(each -> each == '\n').count();
        }
        return tokens;
    }

    private static boolean isKeywordCase(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) || word.equals(word.toLowerCase(Locale.ROOT));
    }

    private List<Named> read() {
        Set<String> local = local();
        Deque<String> open = new ArrayDeque<>();
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            String before = at == 0 ? "" : tokens.get(at - 1).upper();
            at++;
            switch (token.upper()) {
                case "(" -> open.push(before);
                case ")" -> {
                    if (!open.isEmpty() && open.pop().equals(",FROM")) {
                        moreAfterItem(open);
                    }
                }
                case "FROM" -> {
                    if (!before.equals("DISTINCT") && !(open.peek() != null && FROM_IS_NO_TABLE.contains(open.peek()))) {
                        item(open);
                    }
                }
                case "JOIN" -> {
                    skip("LATERAL", "ONLY");
                    name(Does.NEITHER);
                }
                case "INTO", "REFERENCES" -> name(Does.NEITHER);
                case "USING" -> name(Does.NEITHER);
                case "UPDATE" -> {
                    if (!BEFORE_OTHER_UPDATE.contains(before)) {
                        skip("ONLY");
                        name(Does.NEITHER);
                    }
                }
                case "TABLE", "VIEW" -> table(before);
                case "TRUNCATE" -> {
                    skip("TABLE");
                    names(Does.NEITHER);
                }
                case "INDEX", "TRIGGER" -> indexed();
                default -> {}
            }
        }
        return named.stream().filter(each -> each.made() || !local.contains(each.name())).toList();
    }

    /** An item of a list of tables: a table, a function, or a subquery. */
    private void item(Deque<String> open) {
        skip("LATERAL", "ONLY");
        if (at < tokens.size() && tokens.get(at).is("(")) {
            open.push(",FROM");
            at++;
        } else if (at + 1 < tokens.size() && tokens.get(at).isName() && tokens.get(at + 1).is("(")) {
            open.push(",FROM");
            at += 2;
        } else {
            name(Does.NEITHER);
            moreAfterItem(open);
        }
    }

    private void moreAfterItem(Deque<String> open) {
        skip("AS");
        if (at < tokens.size() && tokens.get(at).isName() && !AFTER_TABLE.contains(tokens.get(at).upper())) {
            at++;
        }
        if (at < tokens.size() && tokens.get(at).is(",")) {
            at++;
            item(open);
        }
    }

    private void table(String before) {
        boolean made = isMaking();
        skip("IF", "NOT", "EXISTS", "ONLY");
        if (before.equals("DROP")) {
            names(Does.DROP);
        } else if (made) {
            name(Does.MAKE);
        } else if (before.equals("ALTER")) {
            altered();
        } else if (Set.of("LOCK", "ON").contains(before)) {
            name(Does.NEITHER);
        }
    }

    private void altered() {
        name(Does.NEITHER);
        if (at + 1 < tokens.size() && tokens.get(at).is("RENAME") && tokens.get(at + 1).is("TO") && !named.isEmpty()) {
            Named old = named.removeLast();
            named.add(new Named(old.name(), Does.DROP, old.line()));
            at += 2;
            name(Does.MAKE);
        }
    }

    /** Whether the statement began with CREATE, a few words ago. */
    private boolean isMaking() {
        for (int before = at - 2; before >= Math.max(0, at - 6); before--) {
            if (tokens.get(before).is("CREATE")) {
                return true;
            }
        }
        return false;
    }

    /** CREATE INDEX name ON table. */
    private void indexed() {
        if (!isMaking()) {
            return;
        }
        while (at < tokens.size() && !tokens.get(at).is("ON")) {
            at++;
        }
        at++;
        name(Does.NEITHER);
    }

    private void names(Does does) {
        skip("IF", "EXISTS");
        name(does);
        while (at < tokens.size() && tokens.get(at).is(",")) {
            at++;
            name(does);
        }
    }

    /** Where a statement ends although a table's name must follow, or something stands for it, the name is put in later. */
    private boolean isPutInLater() {
        return at > 1 && (at >= tokens.size() || Set.of("$", "{", "#", ":").contains(tokens.get(at).text()));
    }

    private void name(Does does) {
        if (isPutInLater()) {
            named.add(new Named("", does, tokens.get(Math.min(at, tokens.size() - 1)).line()));
            return;
        }
        if (at >= tokens.size() || !tokens.get(at).isName() || AFTER_TABLE.contains(tokens.get(at).upper())) {
            return;
        }
        Token first = tokens.get(at++);
        StringBuilder name = new StringBuilder(first.text());
        boolean hole = first.hasHole();
        while (at + 1 < tokens.size() && tokens.get(at).is(".") && tokens.get(at + 1).isName()) {
            hole |= tokens.get(at + 1).hasHole();
            name.append('.').append(tokens.get(at + 1).text());
            at += 2;
        }
        named.add(new Named(hole ? "" : name.toString().toLowerCase(Locale.ROOT), does, first.line()));
    }

    private void skip(String... words) {
        while (at < tokens.size() && Set.of(words).contains(tokens.get(at).upper())) {
            at++;
        }
    }

    /** The names that a statement gives to its own subqueries: WITH name AS (…). */
    private Set<String> local() {
        Set<String> local = new HashSet<>();
        if (tokens.stream().noneMatch(token -> token.is("WITH"))) {
            return local;
        }
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("AS") && List.of("(", "MATERIALIZED", "NOT").contains(tokens.get(i + 1).upper())) {
                int name = i - 1;
                if (tokens.get(name).is(")")) {
                    while (name > 0 && !tokens.get(name).is("(")) {
                        name--;
                    }
                    name--;
                }
                if (name >= 0) {
                    local.add(tokens.get(name).text().toLowerCase(Locale.ROOT));
                }
            }
        }
        return local;
    }
}
