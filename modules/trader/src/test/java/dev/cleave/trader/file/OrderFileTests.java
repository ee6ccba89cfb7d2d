package dev.cleave.trader.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OrderFileTests {

    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";

    @Test
    void readsAnOrderWithItsLinesAsTheyAre() throws IOException {
        OrderFile file = read("""
                1,85123A,"HEART, WHITE",6,2.55,17850,United Kingdom
                1,71053,LANTERN,6,3.39,17850,United Kingdom
                1,85123a,HEART,2,2.95,17850,United Kingdom
                """);

        assertThat(file.orders()).singleElement().satisfies(order -> {
            assertThat(order.customer()).isEqualTo("17850");
            assertThat(order.country()).isEqualTo("GB");
            assertThat(order.lines()).extracting(OrderFile.Line::sku).containsExactly("85123A", "71053", "85123A");
            assertThat(order.pieces()).isEqualTo(Map.of("85123A", 8, "71053", 6));
        });
        assertThat(file.products().get("85123A"))
                .isEqualTo(new OrderFile.Product("85123A", "HEART, WHITE", new BigDecimal("2.55")));
        assertThat(file.demand()).isEqualTo(Map.of("85123A", 8, "71053", 6));
    }

    @Test
    void leavesTheCustomerOpenWhereThereIsNone() throws IOException {
        assertThat(read("7,1,THING,1,1,,EIRE\n").orders()).singleElement().satisfies(order -> {
            assertThat(order.customer()).isEmpty();
            assertThat(order.country()).isEqualTo("IE");
        });
    }

    @Test
    void countsEveryUnusableLineOnce() throws IOException {
        OrderFile file = read("""
                1,10001,THING,1,1.00,5,United Kingdom
                1,POST,POSTAGE,1,18.00,5,United Kingdom
                1,10002,,1,1.00,5,United Kingdom
                1,10003,THING,-1,1.00,5,United Kingdom
                1,10003,THING,0,1.00,5,United Kingdom
                1,10004,THING,1,0.00,5,United Kingdom
                1,10005,,-3,0,5,United Kingdom
                1,10006,THING,many,1.00,5,United Kingdom
                1,10007,THING,1,1.00,5,Atlantis
                1,10008,THING,1
                C2,10001,THING,-1,1.00,,United Kingdom
                C3,10009,THING,-1,1.00,5,United Kingdom
                C4,M,MANUAL,-1,1.00,5,United Kingdom
                """);

        assertThat(counts(file)).isEqualTo(Map.of(
                Unusable.FEE_CODE, 2,
                Unusable.COLUMNS, 1,
                Unusable.BAD_QUANTITY, 1,
                Unusable.CANCELLATION_WITHOUT_CUSTOMER, 1,
                Unusable.CANCELLATION_UNMATCHED, 1,
                Unusable.NO_DESCRIPTION, 2,
                Unusable.NEGATIVE_QUANTITY, 2,
                Unusable.ZERO_PRICE, 1,
                Unusable.UNKNOWN_COUNTRY, 1));
        assertThat(file.orderLines()).isEqualTo(1);
        assertThat(file.lines()).isEqualTo(13);
        assertThat(file.products()).containsOnlyKeys("10001");
    }

    @Test
    void returnsWhatWasBoughtLastAndNoMoreThanThat() throws IOException {
        OrderFile file = read("""
                1,10001,THING,3,1.00,5,United Kingdom
                2,10001,THING,2,1.00,5,United Kingdom
                3,10001,THING,9,1.00,6,United Kingdom
                C4,10001,THING,-4,1.00,5,United Kingdom
                C5,10001,THING,-4,1.00,5,United Kingdom
                C6,10001,THING,-1,1.00,5,United Kingdom
                7,10001,THING,9,1.00,5,United Kingdom
                """);

        assertThat(file.returns()).containsExactly(
                new OrderFile.Return("C4", "2", Map.of("10001", 2)),
                new OrderFile.Return("C4", "1", Map.of("10001", 2)),
                new OrderFile.Return("C5", "1", Map.of("10001", 1)));
        assertThat(file.returnLines()).isEqualTo(2);
        assertThat(file.limitedCancellations()).isEqualTo(1);
        assertThat(counts(file)).isEqualTo(Map.of(Unusable.CANCELLATION_UNMATCHED, 1));
    }

    @Test
    void readsNoFurtherThanTheOrdersAskedFor() throws IOException {
        OrderFile file = OrderFileReader.read("x", stream(HEADER + """
                1,10001,THING,1,1.00,5,United Kingdom
                C2,10001,THING,-1,1.00,5,United Kingdom
                3,10002,THING,1,1.00,5,United Kingdom
                C4,10002,THING,-1,1.00,5,United Kingdom
                """), Reading.upTo(1));

        assertThat(file.orders()).extracting(OrderFile.Order::invoice).containsExactly("1");
        assertThat(file.products()).containsOnlyKeys("10001");
        assertThat(file.lines()).isEqualTo(2);
        assertThat(file.returns()).hasSize(1);
    }

    @Test
    void readsAGzippedFileLikeAPlainOne() throws IOException {
        byte[] plain = (HEADER + "1,10001,THING,1,1.00,5,United Kingdom\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }

        OrderFile file = OrderFileReader.read("x", new ByteArrayInputStream(zipped.toByteArray()), Reading.WHOLE);

        assertThat(file.orders()).hasSize(1);
    }

    @Test
    void tellsFilesApartByTheirContentHoweverFarItReads() throws IOException {
        String longer = HEADER + "1,10001,THING,1,1.00,5,United Kingdom\n2,10001,THING,1,1.00,5,United Kingdom\n".repeat(2000);

        assertThat(OrderFileReader.read("x", stream(longer), Reading.upTo(1)).fingerprint())
                .isEqualTo(OrderFileReader.read("y", stream(longer), Reading.WHOLE).fingerprint())
                .isNotEqualTo(OrderFileReader.read("x", stream(longer + "\n"), Reading.upTo(1)).fingerprint());
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        assertThatIOException().isThrownBy(() -> OrderFileReader.read("x.csv", stream("a,b\n1,2\n"), Reading.upTo(1)))
                .withMessageContaining("InvoiceNo");
    }

    @Test
    void theExcerptHasOrdersReturnsAndSomethingOfEveryMess() {
        OrderFile file = OrderFile.sample(Integer.MAX_VALUE);

        assertThat(file.orders()).hasSizeGreaterThan(35);
        assertThat(file.returns()).hasSizeGreaterThan(5);
        assertThat(file.unusable().keySet()).contains(Unusable.FEE_CODE, Unusable.NO_DESCRIPTION, Unusable.ZERO_PRICE,
                Unusable.NEGATIVE_QUANTITY, Unusable.CANCELLATION_UNMATCHED, Unusable.CANCELLATION_WITHOUT_CUSTOMER);
        assertThat(file.orders()).anyMatch(order -> order.pieces().size() < order.lines().size());
        assertAllAccountedFor(file);
    }

    @Test
    void accountsForEveryLineOfTheWholeFile() throws IOException {
        Optional<Path> whole = wholeFile();
        assumeTrue(whole.isPresent(),
                "the whole file of orders is not at hand; to count it, name it with -Dcleave.trade.file=FILE");

        OrderFile file = OrderFile.read(whole.get(), Reading.WHOLE);

        assertThat(file.lines()).isEqualTo(25_208);
        assertThat(file.orders()).hasSize(902);
        assertThat(file.orderLines()).isEqualTo(24_540);
        assertThat(file.products()).hasSize(2_447);
        assertThat(file.returnLines()).isEqualTo(101);
        assertThat(counts(file).get(Unusable.FEE_CODE)).isEqualTo(106);
        assertThat(counts(file).get(Unusable.NO_DESCRIPTION)).isEqualTo(111);
        assertThat(counts(file).get(Unusable.CANCELLATION_WITHOUT_CUSTOMER)).isEqualTo(20);
        assertAllAccountedFor(file);
    }

    private static void assertAllAccountedFor(OrderFile file) {
        int unusable = counts(file).values().stream().mapToInt(Integer::intValue).sum();
        assertThat(file.orderLines() + file.returnLines() + unusable).isEqualTo(file.lines());
        assertThat(file.demand().keySet()).isEqualTo(file.products().keySet());
    }

    private static Map<Unusable, Integer> counts(OrderFile file) {
        return file.unusable().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().count()));
    }

    private static Optional<Path> wholeFile() {
        return Optional.ofNullable(System.getProperty("cleave.trade.file")).map(Path::of).filter(Files::exists);
    }

    private static OrderFile read(String lines) throws IOException {
        return OrderFileReader.read("x", stream(HEADER + lines), Reading.WHOLE);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
