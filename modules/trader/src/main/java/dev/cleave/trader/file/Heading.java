package dev.cleave.trader.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file's first row: which of its columns holds what. */
final class Heading {

    private static final int NAMES_SHOWN = 40;
    private static final int LETTERS_SHOWN = 40;

    private final List<String> names;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, String> defaults = new EnumMap<>(Column.class);

    /** @throws NotAnOrderFile if it lacks columns, or has one twice */
    Heading(String file, List<String> row, Reading reading) throws NotAnOrderFile {
        names = row.stream().map(String::strip).toList();
        for (Map.Entry<String, String> entry : reading.defaults().entrySet()) {
            defaults.put(ours(entry.getKey(), "--default"), entry.getValue().strip());
        }
        for (Map.Entry<String, String> entry : reading.columns().entrySet()) {
            Column column = ours(entry.getValue(), "--map");
            if (places.put(column, theirs(entry.getKey().strip(), file)) != null) {
                throw new NotAnOrderFile("--map names two columns for " + column.title() + ".");
            }
        }
        for (Column column : Column.values()) {
            if (!places.containsKey(column)) {
                find(column, file);
            }
        }
        Set<Column> missing =
                EnumSet.of(Column.INVOICE_NO, Column.STOCK_CODE, Column.QUANTITY, Column.UNIT_PRICE, Column.COUNTRY);
        missing.removeIf(column -> places.containsKey(column) || defaults.containsKey(column));
        if (places.containsKey(Column.LINE_TOTAL)) {
            missing.remove(Column.UNIT_PRICE);
        }
        if (!missing.isEmpty()) {
            throw new NotAnOrderFile(lacks(file, missing));
        }
    }

    /** How many columns it names that are ours, or that ours may be meant by: by that the separator is found. */
    static int known(List<String> row) {
        return (int) row.stream().filter(name -> {
            String plain = Column.plain(name);
            return Column.named(name).isPresent()
                    || IntStream.range(0, Column.values().length).anyMatch(i -> Column.values()[i].likely().contains(plain));
        }).count();
    }

    int width() {
        return names.size();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** Whether a row has a value for each column that is read, and none beyond the last column. */
    boolean fits(List<String> row) {
        return places.values().stream().allMatch(place -> place < row.size())
                && row.stream().skip(names.size()).allMatch(String::isBlank);
    }

    /** A row's value, or what stands for it where there is none. */
    String value(List<String> row, Column column) {
        Integer place = places.get(column);
        String value = place == null ? "" : row.get(place).strip();
        return value.isEmpty() ? defaults.getOrDefault(column, "") : value;
    }

    private static Column ours(String name, String option) throws NotAnOrderFile {
        return Column.named(name).orElseThrow(() -> new NotAnOrderFile("There is nothing called " + shown(name) + " to give with "
                + option + "; it takes " + IntStream.range(0, Column.values().length)
                        .mapToObj(i -> Column.values()[i].title()).collect(Collectors.joining(", "))
                + (option.equals("--map") ? ". Write the file's own name first: --map Invoice=InvoiceNo" : "") + "."));
    }

    private int theirs(String name, String file) throws NotAnOrderFile {
        List<Integer> found = IntStream.range(0, names.size()).filter(i -> names.get(i).equalsIgnoreCase(name)).boxed().toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty() && name.matches("\\d{1,4}") && Integer.parseInt(name) >= 1
                && Integer.parseInt(name) <= names.size()) {
            return Integer.parseInt(name) - 1;
        }
        throw new NotAnOrderFile(found.isEmpty()
                ? file + " has no column " + shown(name) + ". " + itsColumns()
                : twice(file, name, found));
    }

    private void find(Column column, String file) throws NotAnOrderFile {
        List<Integer> found = IntStream.range(0, names.size())
                .filter(i -> !places.containsValue(i) && column.isNamed(names.get(i))).boxed().toList();
        if (found.size() > 1) {
            throw new NotAnOrderFile(twice(file, column.title(), found));
        }
        found.forEach(place -> places.put(column, place));
    }

    private static String twice(String file, String name, List<Integer> found) {
        return file + " has more than one column " + shown(name) + ". Name one by its position: --map " + (found.getFirst() + 1)
                + "=" + Column.named(name).map(Column::title).orElse("…") + ".";
    }

    private String lacks(String file, Set<Column> missing) {
        List<String> map = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Column column : missing) {
            String theirs = likely(column);
            if (theirs != null) {
                map.add(theirs + "=" + column.title());
                continue;
            }
            String total = column == Column.UNIT_PRICE ? likely(Column.LINE_TOTAL) : null;
            if (total != null) {
                map.add(total + "=" + Column.LINE_TOTAL.title());
            } else {
                given.add(column.title());
            }
        }
        StringBuilder text = new StringBuilder(file + " has no column for "
                + missing.stream().map(Column::title).collect(Collectors.joining(", ")) + ". " + itsColumns());
        if (!map.isEmpty()) {
            for (Column wanted : List.of(Column.DESCRIPTION, Column.CUSTOMER_ID)) {
                String theirs = has(wanted) ? null : likely(wanted);
                if (theirs != null) {
                    map.add(theirs + "=" + wanted.title());
                }
            }
            text.append(" Maybe: --map \"").append(String.join(",", map)).append("\".");
        }
        if (!given.isEmpty()) {
            text.append(" Say which column stands for ").append(String.join(", ", given)).append(" with --map THEIRS=")
                    .append(given.getFirst());
            if (given.contains(Column.COUNTRY.title()) || given.contains(Column.QUANTITY.title())) {
                text.append(", or what holds for all lines with --default, as in --default Country=GB,Quantity=1");
            }
            text.append(".");
        }
        return text.toString();
    }

    private @Nullable String likely(Column column) {
        for (String name : column.likely()) {
            for (int i = 0; i < names.size(); i++) {
                if (Column.plain(names.get(i)).equals(name) && !places.containsValue(i)) {
                    return names.get(i);
                }
            }
        }
        return null;
    }

    private String itsColumns() {
        List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
        return named.isEmpty() ? "Its first line is empty."
                : "Its first line names: "
                        + named.stream().limit(NAMES_SHOWN).map(Heading::shown).collect(Collectors.joining(", "))
                        + (named.size() > NAMES_SHOWN ? " and " + (named.size() - NAMES_SHOWN) + " more." : ".");
    }

    /** For a terminal: short, and without control characters. */
    private static String shown(String name) {
        String text = name.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .limit(LETTERS_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return text.length() < name.length() ? text + "…" : text;
    }
}
