package dev.cleave.trader.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of orders from its first byte to its last, or as far as it is asked to. */
final class OrderFileReader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    /** What is said of a file above its heading. */
    private static final Pattern COMMENT = Pattern.compile("#(\\s.*)?|\\s*");
    /** How Excel names the separator. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=(?<separator>.)\"?", Pattern.CASE_INSENSITIVE);
    private static final String ARCHIVE = "PK\u0003\u0004";

    private OrderFileReader() {}

    static OrderFile read(String name, InputStream in, Reading reading) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, sha256());
        Lines lines = new Lines(digested);
        Lines.Line first = lines.next();
        Character separator = null;
        while (first != null && first.fault() == null) {
            var named = SEPARATOR.matcher(first.text());
            if (named.matches()) {
                separator = named.group("separator").charAt(0);
            } else if (!COMMENT.matcher(first.text()).matches()) {
                break;
            }
            first = lines.next();
        }
        if (first == null) {
            throw new NotAnOrderFile(name + " is empty.");
        }
        if (first.fault() != null || first.text().startsWith(ARCHIVE)) {
            throw new NotAnOrderFile(
                    name + " is not a text file. Orders are read from CSV, plain or gzipped; save a workbook as CSV.");
        }
        char between = separator == null ? separatorOf(first) : separator;
        Rows rows = rows(lines, first, between);
        Heading heading = new Heading(name, headingOf(rows, name), reading);
        rows.expect(heading.width());
        OrderBook book = new OrderBook(reading.maxOrders());
        Figures figures = new Figures(between);
        boolean more = true;
        for (Rows.Row row = rows.next(); more && row != null; row = more ? rows.next() : null) {
            if (row.fault() != null) {
                book.pass(row.line(), row.fault());
            } else if (!heading.fits(row.values())) {
                book.pass(row.line(), Unusable.COLUMNS);
            } else {
                more = book.take(row.line(), entry(heading, figures, row.values()));
            }
        }
        digested.transferTo(OutputStream.nullOutputStream());
        String fingerprint = HexFormat.of().formatHex(digested.getMessageDigest().digest()).substring(0, 12);
        return book.toFile(name, fingerprint, new OrderFile.Form(between, lines.windows()));
    }

    /** The separator by which the heading has the most columns that are known, and then the most columns. */
    private static char separatorOf(Lines.Line heading) throws IOException {
        char best = SEPARATORS.getFirst();
        long most = -1;
        for (char candidate : SEPARATORS) {
            Rows.Row row = rows(null, heading, candidate).next();
            List<String> names = row == null ? List.of() : row.values();
            long score = Heading.known(names) * 1_000_000L + names.size();
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static Rows rows(@Nullable Lines lines, Lines.Line first, char separator) {
        Rows rows = new Rows(lines == null ? () -> null : lines::next, separator);
        rows.unread(first);
        return rows;
    }

    private static List<String> headingOf(Rows rows, String name) throws IOException {
        Rows.Row row = rows.next();
        if (row == null || row.fault() != null) {
            throw new NotAnOrderFile(name + " has no heading that can be read: "
                    + (row == null || row.fault() == null ? "it is empty" : row.fault().meaning()) + ".");
        }
        return row.values();
    }

    private static OrderBook.Entry entry(Heading heading, Figures figures, List<String> row) {
        Optional<BigDecimal> quantity = figures.read(heading.value(row, Column.QUANTITY));
        boolean total = heading.has(Column.LINE_TOTAL) && !heading.has(Column.UNIT_PRICE);
        Optional<BigDecimal> price = figures.read(heading.value(row, total ? Column.LINE_TOTAL : Column.UNIT_PRICE));
        if (total) {
            price = price.flatMap(amount -> quantity.filter(pieces -> pieces.signum() != 0)
                    .map(pieces -> amount.divide(pieces, MathContext.DECIMAL64)));
        }
        String description = heading.value(row, Column.DESCRIPTION);
        return new OrderBook.Entry(
                heading.value(row, Column.INVOICE_NO),
                heading.value(row, Column.STOCK_CODE),
                heading.has(Column.DESCRIPTION) || !description.isEmpty() ? Optional.of(description) : Optional.empty(),
                quantity,
                price,
                heading.value(row, Column.CUSTOMER_ID),
                heading.value(row, Column.COUNTRY));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
