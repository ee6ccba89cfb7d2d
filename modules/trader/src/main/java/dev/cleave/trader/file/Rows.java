package dev.cleave.trader.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. A row is one line, or more where a quoted text goes on. A quote that is never closed costs the line it is
 * in, and not the rest of the file.
 */
final class Rows {

    private static final int MOST_LINES = 100;

    private final Source lines;
    private final Deque<Lines.Line> ahead = new ArrayDeque<>();
    private final char separator;
    private final CSVFormat format;
    private int width = -1;

    /**
     * A row.
     *
     * @param line the number of the line it begins in
     * @param fault why its values can't be had
     */
    record Row(int line, List<String> values, @Nullable Unusable fault) {}

    /** Where lines come from; null at the end. */
    interface Source {
        Lines.@Nullable Line next() throws IOException;
    }

    Rows(Source lines, char separator) {
        this.lines = lines;
        this.separator = separator;
        this.format = CSVFormat.DEFAULT.builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    /** Says how many values a row must have to be one if it goes over several lines. */
    void expect(int values) {
        width = values;
    }

    /** Gives a line back that was read before its time. */
    void unread(Lines.Line line) {
        ahead.addFirst(line);
    }

    @Nullable Row next() throws IOException {
        Lines.Line first = ahead.isEmpty() ? lines.next() : ahead.removeFirst();
        if (first == null) {
            return null;
        }
        if (first.fault() != null) {
            return new Row(first.number(), List.of(), first.fault());
        }
        StringBuilder text = new StringBuilder(first.text());
        Place place = place(first.text(), Place.START);
        int more = 0;
        while (place == Place.QUOTED) {
            Lines.Line next = more < MOST_LINES && text.length() <= Lines.LONGEST ? ahead(more) : null;
            if (next == null || next.fault() != null) {
                return new Row(first.number(), List.of(), Unusable.OPEN_QUOTE);
            }
            more++;
            text.append('\n').append(next.text());
            place = place(next.text(), Place.QUOTED);
        }
        List<String> values = values(text.toString());
        if (more > 0 && width >= 0 && values.size() != width) {
            // Not one row, but a stray quote in the first of these lines; the others get their turn.
            return new Row(first.number(), List.of(), Unusable.OPEN_QUOTE);
        }
        for (int i = 0; i < more; i++) {
            ahead.removeFirst();
        }
        boolean empty = values.stream().allMatch(String::isBlank);
        return new Row(first.number(), values, empty ? Unusable.EMPTY : null);
    }

    private Lines.@Nullable Line ahead(int index) throws IOException {
        while (ahead.size() <= index) {
            Lines.Line line = lines.next();
            if (line == null) {
                return null;
            }
            ahead.addLast(line);
        }
        Iterator<Lines.Line> each = ahead.iterator();
        for (int i = 0; i < index; i++) {
            each.next();
        }
        return each.next();
    }

    private List<String> values(String row) throws IOException {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().toList() : List.of();
        }
    }

    /** Where in a row a line ends. */
    private enum Place {
        START,
        PLAIN,
        QUOTED,
        BEHIND_QUOTES
    }

    private Place place(String line, Place from) {
        Place place = from;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (place == Place.QUOTED) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    place = Place.BEHIND_QUOTES;
                }
            } else if (c == separator) {
                place = Place.START;
            } else if (place == Place.START) {
                place = c == '"' ? Place.QUOTED : Place.PLAIN;
            }
        }
        return place;
    }
}
