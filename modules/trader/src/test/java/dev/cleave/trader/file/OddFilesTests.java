package dev.cleave.trader.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other people write them. Whatever a line holds, it is in an order, in a return, or counted with the reason. */
class OddFilesTests {

    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";
    private static final String GOOD = "9,10001,THING,1,1.00,5,United Kingdom\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void readsTextInAnyUsualEncoding(String encoding) throws IOException {
        byte[] bytes = (HEADER + "1,10001,CAFÉ £5 ü,1,1.00,5,Österreich\n" + GOOD).getBytes(Charset.forName(encoding));

        OrderFile file = read(bytes, Reading.WHOLE);

        assertThat(file.products().get("10001").name()).isEqualTo("CAFÉ £5 ü");
        assertThat(file.orders().getFirst().country()).isEqualTo("AT");
        assertThat(file.form().windowsLines()).isEqualTo(encoding.startsWith("UTF") ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstColumn(String encoding) throws IOException {
        byte[] bytes = ("\uFEFF" + HEADER + GOOD).getBytes(Charset.forName(encoding));

        assertThat(read(bytes, Reading.WHOLE).orders()).hasSize(1);
        assertThat(read(zipped(bytes), Reading.WHOLE).orders()).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextCostOneLine() throws IOException {
        byte[] bytes = (HEADER + "1,10001,A?,1,1.00,5,GB\n" + GOOD).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0x81 : bytes[i];
        }

        OrderFile file = read(bytes, Reading.WHOLE);

        assertThat(reasons(file)).containsExactly(Map.entry(Unusable.NOT_TEXT, List.of(2)));
        assertThat(file.orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country,",
        ",InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country",
        "InvoiceNo,StockCode,,Description,Quantity,UnitPrice,,CustomerID,Country",
        "invoiceno,STOCKCODE,description,quantity,unitPrice,customerid,COUNTRY",
        "Invoice No,Stock_Code, Description ,Quantity,Unit Price,Customer ID,Country",
        "\"InvoiceNo\",\"StockCode\",\"Description\",\"Quantity\",\"UnitPrice\",\"CustomerID\",\"Country\"",
        "Country,CustomerID,UnitPrice,Quantity,Description,StockCode,InvoiceNo",
        "Other,InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country,Other,Other"
    })
    void findsItsColumnsByTheirNames(String heading) throws IOException {
        Map<String, String> values = Map.of("invoiceno", "1", "stockcode", "10001", "description", "THING", "quantity", "2",
                "unitprice", "1.50", "customerid", "5", "country", "France");
        String line = Arrays.stream(heading.split(",", -1)).map(name -> values.getOrDefault(Column.plain(name), ""))
                .collect(Collectors.joining(","));

        OrderFile file = read(heading + "\n" + line + "\n", Reading.WHOLE);

        assertThat(file.orders()).singleElement().isEqualTo(
                new OrderFile.Order("1", "5", "FR", List.of(new OrderFile.Line("10001", 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) throws IOException {
        String text = (HEADER + "1,10001,\"A,B;C|D\tE\",1,1.50,5,GB\n").replaceAll(",(?=[^B])",
                java.util.regex.Matcher.quoteReplacement(separator));

        assertThat(read(text, Reading.WHOLE).products().get("10001").name()).isEqualTo("A,B;C|D E");
        assertThat(read("sep=" + separator + "\n" + text, Reading.WHOLE).orders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAnyLineEnd(String end) throws IOException {
        OrderFile file = read((HEADER + GOOD + GOOD.replace("9,", "8,")).replace("\n", end), Reading.WHOLE);

        assertThat(file.orders()).hasSize(2);
        assertThat(file.lines()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "#", "CA-2018-152156", "C1001", "Ä1", "Ö1", "INV/2020/1", "a b", "1\u2028", "00001", "1e5",
        "\u0661"})
    void anInvoiceHasAnyNumber(String number) throws IOException {
        OrderFile file = read(HEADER + GOOD.replace("9,", number + ","), Reading.WHOLE);

        assertThat(file.orders()).extracting(OrderFile.Order::invoice).containsExactly(number.strip());
    }

    @Test
    void whatIsSaidAboveTheHeadingIsNoLine() throws IOException {
        OrderFile file =
                read("# a remark\n#\n\n" + HEADER + "#1,10001,THING,1,1.00,5,GB\n# 2,10001,THING,1,1.00,5,GB\n", Reading.WHOLE);

        assertThat(file.orders()).extracting(OrderFile.Order::invoice).containsExactly("#1", "# 2");
    }

    @ParameterizedTest
    @CsvSource({"CA-1,-1", "C1,-1", "c1,-1", "R1,-1", "1,-1"})
    void piecesBoughtEarlierComeBackByANegativeQuantity(String number, int quantity) throws IOException {
        OrderFile file = read(HEADER + GOOD + number + ",10001,THING," + quantity + ",1.00,5,GB\n", Reading.WHOLE);

        assertThat(file.returns()).containsExactly(new OrderFile.Return(number, "9", Map.of("10001", 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "BAD_QUANTITY ~ 1,10002,THING,1E+99999999,1.00,5,GB",
        "BAD_QUANTITY ~ 1,10002,THING,99999999999,1.00,5,GB",
        "BAD_QUANTITY ~ 1,10002,THING,1.5,1.00,5,GB",
        "BAD_QUANTITY ~ 1,10002,THING,,1.00,5,GB",
        "BAD_QUANTITY ~ 1,10002,THING,0x10,1.00,5,GB",
        "BAD_QUANTITY ~ 1,10002,THING,NaN,1.00,5,GB",
        "BAD_PRICE ~ 1,10002,THING,1,1E+99999999,5,GB",
        "BAD_PRICE ~ 1,10002,THING,1,1E-99999999,5,GB",
        "BAD_PRICE ~ 1,10002,THING,1,100000000,5,GB",
        "BAD_PRICE ~ 1,10002,THING,1,Infinity,5,GB",
        "BAD_PRICE ~ 1,10002,THING,1,1.2.3,5,GB",
        "ZERO_PRICE ~ 1,10002,THING,1,0.001,5,GB",
        "ZERO_PRICE ~ 1,10002,THING,1,-5.00,5,GB",
        "BAD_INVOICE ~ ,10002,THING,1,1.00,5,GB",
        "BAD_CODE ~ 1,,THING,1,1.00,5,GB",
        "BAD_CODE ~ 1,10 002,THING,1,1.00,5,GB",
        "BAD_CODE ~ 1,../x,THING,1,1.00,5,GB",
        "BAD_CODE ~ 1,ÄB,THING,1,1.00,5,GB",
        "NO_DESCRIPTION ~ 1,10002,  ,1,1.00,5,GB",
        "UNKNOWN_COUNTRY ~ 1,10002,THING,1,1.00,5,Atlantis",
        "UNKNOWN_COUNTRY ~ 1,10002,THING,1,1.00,5,",
        "UNKNOWN_COUNTRY ~ 1,10002,THING,1,1.00,5,European Community",
        "COLUMNS ~ 1,10002,THING,1",
        "COLUMNS ~ 1,10002,THING,1,1.00,5,GB,more",
        "COLUMNS ~ just a line",
        "OPEN_QUOTE ~ 1,10002,\"THING,1,1.00,5,GB",
        "OPEN_QUOTE ~ \"",
        "EMPTY ~ ,,,,,,",
        "FEE_CODE ~ 1,POST,POSTAGE,1,18.00,5,GB"
    })
    void aLineThatCantBeTradedIsCountedAndTheOthersGoOn(Unusable reason, String line) throws IOException {
        OrderFile file = read(HEADER + line + "\n" + GOOD, Reading.WHOLE);

        assertThat(reasons(file)).containsExactly(Map.entry(reason, List.of(2)));
        assertThat(file.orders()).extracting(OrderFile.Order::invoice).containsExactly("9");
        assertThat(file.lines()).isEqualTo(2);
    }

    @Test
    void textsThatTheSystemWouldRefuseAreCounted() throws IOException {
        String bell = "1,10002,BELL \u0007,1,1.00,5,GB\n";
        String over = "1,10003," + "x".repeat(201) + ",1,1.00,5,GB\n";
        String number = "x".repeat(101) + ",10004,THING,1,1.00,5,GB\n";
        String customer = "1,10005,THING,1,1.00," + "x".repeat(101) + ",GB\n";
        String huge = "1,10006," + "x".repeat(100_000) + ",1,1.00,5,GB\n";

        OrderFile file = read(HEADER + bell + over + number + customer + huge + GOOD, Reading.WHOLE);

        assertThat(reasons(file)).isEqualTo(Map.of(Unusable.BAD_DESCRIPTION, List.of(2, 3), Unusable.BAD_INVOICE, List.of(4),
                Unusable.BAD_CUSTOMER, List.of(5), Unusable.TOO_LONG, List.of(6)));
        assertThat(file.orders()).hasSize(1);
    }

    @Test
    void aDescriptionOfSeveralLinesOrWithTabsIsOneLine() throws IOException {
        OrderFile file = read(HEADER + "1,10002,\"A\tB\nC \"\"D\"\"\",1,1.00,5,GB\n" + "2,10003,,1,1.00,5,GB\n", Reading.WHOLE);

        assertThat(file.products().get("10002").name()).isEqualTo("A B C \"D\"");
        assertThat(reasons(file)).containsExactly(Map.entry(Unusable.NO_DESCRIPTION, List.of(4)));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLine() throws IOException {
        OrderFile file =
                read(HEADER + "1,10002,\"INCH,1,1.00,5,GB\n" + GOOD.repeat(300) + "2,10003,\"OK\",1,1.00,5,GB\n", Reading.WHOLE);

        assertThat(reasons(file)).containsExactly(Map.entry(Unusable.OPEN_QUOTE, List.of(2)));
        assertThat(file.orderLines()).isEqualTo(301);
    }

    @Test
    void noProductIsAskedForBeyondWhatAWarehouseHolds() throws IOException {
        OrderFile file = read(HEADER + GOOD.replace("THING,1", "THING,100000").repeat(10_002), Reading.WHOLE);

        assertThat(file.demand()).isEqualTo(Map.of("10001", 1_000_000_000));
        assertThat(file.unusable().get(Unusable.TOO_MANY_PIECES).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ", | 1234.50 | 1234.50", ", | 1,234.50 | 1234.50", ", | 1.234,50 | 1234.50", ", | 12,5 | 12.5", ", | 1,234 | 1234",
        ", | 1.234 | 1.234", ", | £ 2.55 | 2.55", ", | 12,50 € | 12.50", ", | $1,000,000.00 | 1000000.00", ", | -3 | -3",
        ", | -$3.10 | -3.10", ", | USD 5 | 5", ", | 0,123 | 0.123", ", | 1 234,50 | 1234.50", ", | 5. | 5", ", | 6.0 | 6.0",
        "; | 1,234 | ", "; | 1.234 | ", "; | 2,55 | 2.55", "; | 2.55 | 2.55", "; | 1.234,50 | 1234.50", "; | 1,234,567 | 1234567",
        ", | 1,23,4 | ", ", | 1E5 | ", ", | one | ", ", | 1-2 | ", ", | '' | ", ", | -- | ", ", | . | ", ", | 1.234.56 | "
    })
    void readsNumbersAsPeopleWriteThem(char separator, String text, BigDecimal number) {
        assertThat(new Figures(separator).read(text).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Stream.ofNullable(number).map(BigDecimal::stripTrailingZeros).findAny());
    }

    @Test
    void readsOnlineRetailTwo() throws IOException {
        OrderFile file = read("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
                + "489434,85048,15CM CHRISTMAS GLASS BALL 20 LIGHTS,12,2009-12-01 07:45:00,6.95,13085.0,United Kingdom\n"
                + "C489449,85048,15CM CHRISTMAS GLASS BALL 20 LIGHTS,-2,2009-12-01 10:33:00,6.95,13085.0,United Kingdom\n",
                mapped(Map.of("Invoice", "InvoiceNo", "Price", "UnitPrice"), Map.of()));

        assertThat(file.orders()).extracting(OrderFile.Order::customer).containsExactly("13085.0");
        assertThat(file.returnLines()).isEqualTo(1);
    }

    @Test
    void readsTheSuperstore() throws IOException {
        OrderFile file = read(
                "Row ID,Order ID,Order Date,Customer ID,Country,Product ID,Product Name,Sales,Quantity,Discount,Profit\n"
                        + "1,CA-2018-152156,08/11/2018,CG-12520,United States,FUR-BO-10001798,\"Bush, Bookcase 12\"\"\",261.96,2,0,41.9136\n",
                mapped(Map.of("order id", "InvoiceNo", "Product ID", "StockCode", "Product Name", "Description", "Sales",
                        "LineTotal"), Map.of()));

        assertThat(file.products().values()).containsExactly(
                new OrderFile.Product("FUR-BO-10001798", "Bush, Bookcase 12\"", new BigDecimal("130.98")));
        assertThat(file.orders()).extracting(OrderFile.Order::invoice).containsExactly("CA-2018-152156");
    }

    @Test
    void readsAShopifyExport() throws IOException {
        OrderFile file = read(
                "Name,Email,Financial Status,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Country\n"
                        + "#1001,ada@example.org,paid,2,Mug,9.50,MUG-1,US\n#1001,,,1,Cup,5.00,CUP-1,\n",
                mapped(Map.of("Name", "InvoiceNo", "Lineitem sku", "StockCode", "Lineitem name", "Description",
                        "Lineitem quantity", "Quantity",
                        "Lineitem price", "UnitPrice", "Billing Country", "Country", "Email", "CustomerID"), Map.of()));

        assertThat(file.orders()).singleElement().satisfies(order -> {
            assertThat(order.country()).isEqualTo("US");
            assertThat(order.lines()).hasSize(2);
        });
    }

    @Test
    void readsOlistWithWhatItLeavesOut() throws IOException {
        OrderFile file = read(
                "\"order_id\",\"order_item_id\",\"product_id\",\"seller_id\",\"shipping_limit_date\",\"price\",\"freight_value\"\n"
                        + "\"00010242fe8c5a6d1ba2dd792cb16214\",1,\"4244733e06e7ecb4970a6e2683c13e61\",\"48436dade18ac8b2bce089ec2a041202\","
                        + "2017-09-19 09:45:35,58.90,13.29\n",
                mapped(Map.of("order_id", "InvoiceNo", "product_id", "StockCode", "price", "UnitPrice"),
                        Map.of("Country", "Brasil", "quantity", "1")));

        assertThat(file.orders()).singleElement().satisfies(order -> assertThat(order.country()).isEqualTo("BR"));
        assertThat(file.products().values()).extracting(OrderFile.Product::name)
                .containsExactly("4244733E06E7ECB4970A6E2683C13E61");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country ~ --map \"Invoice=InvoiceNo,Price=UnitPrice\"",
        "Order ID,Product ID,Product Name,Quantity,Sales,Country ~ --map \"Order ID=InvoiceNo,Product ID=StockCode,Sales=LineTotal,Product Name=Description\"",
        "Name,Lineitem sku,Lineitem quantity,Lineitem price,Billing Country ~ Name=InvoiceNo,Lineitem sku=StockCode,Lineitem quantity=Quantity",
        "order_id,product_id,price ~ --default Country=GB,Quantity=1",
        "a,b ~ Its first line names: a, b.",
        "1,10001,THING,1 ~ has no column for InvoiceNo, StockCode, Quantity, UnitPrice, Country",
        "InvoiceNo,InvoiceNo,StockCode,Quantity,UnitPrice,Country ~ --map 1=InvoiceNo"
    })
    void saysWhichColumnsAreThereAndProposesAMap(String heading, String advice) {
        assertThatExceptionOfType(NotAnOrderFile.class).isThrownBy(() -> read(heading + "\n" + GOOD, Reading.WHOLE))
                .withMessageContaining(advice);
    }

    @Test
    void whatTheMapSaysMustBeThere() {
        assertThatExceptionOfType(NotAnOrderFile.class)
                .isThrownBy(() -> read(HEADER + GOOD, mapped(Map.of("Invoice", "InvoiceNo"), Map.of())))
                .withMessageContaining("has no column Invoice. Its first line names: InvoiceNo");
        assertThatExceptionOfType(NotAnOrderFile.class)
                .isThrownBy(() -> read(HEADER + GOOD, mapped(Map.of("InvoiceNo", "Invoice"), Map.of())))
                .withMessageContaining("Write the file's own name first");
        assertThatExceptionOfType(NotAnOrderFile.class)
                .isThrownBy(() -> read(HEADER + GOOD, mapped(Map.of(), Map.of("Qty", "1"))))
                .withMessageContaining("--default");
    }

    @Test
    void aColumnCanBeNamedByItsPosition() throws IOException {
        OrderFile file = read("Price,StockCode,Price,InvoiceNo,Quantity,Country\n7.00,10001,2.00,1,1,GB\n",
                mapped(Map.of("3", "UnitPrice"), Map.of()));

        assertThat(file.products().get("10001").price()).isEqualTo("2.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "# only a remark\n", "\uFEFF"})
    void saysThatAFileIsEmpty(String text) {
        assertThatExceptionOfType(NotAnOrderFile.class).isThrownBy(() -> read(text, Reading.WHOLE))
                .withMessageContaining("is empty");
    }

    @Test
    void takesNoOtherKindOfFile() {
        assertThatExceptionOfType(NotAnOrderFile.class).isThrownBy(() -> read("PK\u0003\u0004\u0014rest", Reading.WHOLE))
                .withMessageContaining("save a workbook as CSV");
    }

    /** 200 MB of lines that can't be traded take no memory; neither does one line of that length. */
    @Test
    @Timeout(60)
    void theSizeOfAFileDoesNotMatter() throws IOException {
        byte[] header = HEADER.getBytes(StandardCharsets.US_ASCII);
        byte[] line = ("1,10002," + "y".repeat(2_000) + ",1,1.00,5,GB\n").getBytes(StandardCharsets.US_ASCII);
        OrderFile file = OrderFileReader.read("x", new Endless(header, line, 30_000), Reading.WHOLE);
        assertThat(file.unusable().get(Unusable.BAD_DESCRIPTION).count()).isEqualTo(30_000);

        file = OrderFileReader.read("x", new Endless(header, "\"y".getBytes(StandardCharsets.US_ASCII), 30_000_000),
                Reading.WHOLE);
        assertThat(reasons(file)).containsExactly(Map.entry(Unusable.TOO_LONG, List.of(2)));
    }

    /** Lines of the excerpt with bytes changed, taken away, doubled and put in: never an exception, never endless, nothing uncounted. */
    @Test
    @Timeout(120)
    void accountsForEveryLineOfWhatIsBroken() throws IOException {
        byte[] excerpt;
        try (InputStream in = OrderFile.class.getResourceAsStream("online-retail-excerpt.csv")) {
            excerpt = in.readAllBytes();
        }
        String heading = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";
        byte[] body = Arrays.copyOfRange(excerpt, new String(excerpt, StandardCharsets.UTF_8).indexOf("536365,"), excerpt.length);
        List<byte[]> spices = Stream
                .of("\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", "\u0000", "#", "-", "C", "1E+99999999", "£", "\uFEFF",
                        "\uD83D\uDE00", ",,,,,,\n", "x".repeat(70_000), "\\", "%0d%0a", "=1+1")
                .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            ByteArrayOutputStream broken = new ByteArrayOutputStream();
            broken.writeBytes(heading.getBytes(StandardCharsets.UTF_8));
            for (byte each : body) {
                int luck = random.nextInt(400);
                if (luck == 0) {
                    broken.write(random.nextInt(256));
                } else if (luck == 1) {
                    broken.writeBytes(spices.get(random.nextInt(spices.size())));
                } else if (luck != 2) {
                    broken.write(each);
                }
            }
            OrderFile file = read(broken.toByteArray(), Reading.WHOLE);

            int passed = file.unusable().values().stream().mapToInt(OrderFile.Passed::count).sum();
            assertThat(file.orderLines() + file.returnLines() + passed).as("seed " + seed).isEqualTo(file.lines());
            assertThat(file.lines()).as("seed " + seed).isPositive();
            assertThat(file.orders()).allSatisfy(order -> assertThat(order.lines()).isNotEmpty());
        }
    }

    private static final class Endless extends InputStream {

        private final byte[] start;
        private final byte[] part;
        private final long length;
        private long at;

        private Endless(byte[] start, byte[] part, int times) {
            this.start = start;
            this.part = part;
            this.length = start.length + (long) part.length * times;
        }

        @Override
        public int read() {
            if (at == length) {
                return -1;
            }
            long now = at++;
            return now < start.length ? start[(int) now] : part[(int) ((now - start.length) % part.length)];
        }
    }

    private static Map<Unusable, List<Integer>> reasons(OrderFile file) {
        return file.unusable().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().first()));
    }

    private static Reading mapped(Map<String, String> columns, Map<String, String> defaults) {
        return new Reading(Integer.MAX_VALUE, columns, defaults);
    }

    private static OrderFile read(String text, Reading reading) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), reading);
    }

    private static OrderFile read(byte[] bytes, Reading reading) throws IOException {
        return OrderFileReader.read("orders.csv", new ByteArrayInputStream(bytes), reading);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }
}
