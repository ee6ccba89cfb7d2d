package dev.cleave.trader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.trader.file.OrderFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each trades with a shop of its own, and waits for it most of the time. */
@Execution(ExecutionMode.CONCURRENT)
class TradeCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tradesTheSampleToItsEnd() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample")).as(this::said).isZero();

            OrderFile sample = OrderFile.sample(Integer.MAX_VALUE);
            JsonNode account = account();
            assertThat(account.at("/orders/accepted").asInt()).isEqualTo(sample.orders().size());
            assertThat(account.at("/orders/completed").asInt()).isEqualTo(sample.orders().size());
            assertThat(account.at("/orders/unfinished").asInt()).isZero();
            assertThat(account.at("/returns/accepted").asInt()).isEqualTo(sample.returns().size());
            assertThat(account.at("/breaches").isEmpty()).isTrue();
            assertThat(account.at("/steps/place/count").asInt()).isEqualTo(sample.orders().size() - 1);
            assertThat(account.at("/steps/placed-to-confirmed/count").asInt()).isEqualTo(sample.orders().size());
            assertThat(account.at("/throughput/completedLinesPerSecond").asDouble()).isPositive();
            assertThat(shop.ordersPlaced()).isEqualTo(sample.orders().size());
            assertThat(said()).contains("holds   every product's pieces add up", "holds   every order is charged",
                    "holds   every accepted order", "oldest unfinished order none");
        }
    }

    @Test
    void asksAgainUnderTheSameKeyForWhatMayBeRepeated() throws IOException {
        try (StubShop shop = new StubShop()) {
            shop.refuseNextOrders(2, 409, "product-not-yet-known", true);
            shop.refuseNextOrders(2, 503, "starting", false);

            assertThat(trade(shop, "--sample", "--orders", "5")).as(this::said).isZero();

            assertThat(shop.ordersPlaced()).isEqualTo(5);
            assertThat(account().at("/repeatedRequests/product-not-yet-known").asInt()).isEqualTo(2);
            assertThat(account().at("/repeatedRequests/starting").asInt()).isEqualTo(2);
        }
    }

    @Test
    void countsRefusedOrdersByReason() throws IOException {
        try (StubShop shop = new StubShop()) {
            shop.refuseNextOrders(2, 422, "too-many-lines", false);

            assertThat(trade(shop, "--sample", "--orders", "5")).as(this::said).isZero();

            assertThat(account().at("/orders/refused/too-many-lines").asInt()).isEqualTo(2);
            assertThat(account().at("/orders/accepted").asInt()).isEqualTo(3);
        }
    }

    @Test
    void someOrdersAreRejectedWhereStockIsScarce() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample", "--stock", "scarce")).as(this::said).isZero();

            assertThat(account().at("/orders/rejected/out-of-stock").asInt()).isPositive();
            assertThat(account().at("/orders/completed").asInt()).isPositive();
        }
    }

    @Test
    void declinedPaymentsRejectOrders() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample", "--payments", "realistic")).as(this::said).isZero();

            assertThat(account().at("/orders/rejected/payment-declined").asInt()).isPositive();
        }
    }

    @Test
    void everyRunPlacesItsOwnOrdersAndARepeatedOneNone() throws IOException {
        try (StubShop shop = new StubShop()) {
            OrderFile sample = OrderFile.sample(Integer.MAX_VALUE);
            int orders = sample.orders().size();
            assertThat(trade(shop, "--sample", "--run", "a")).as(this::said).isZero();
            assertThat(trade(shop, "--sample")).as(this::said).isZero();
            assertThat(shop.ordersPlaced()).isEqualTo(2 * orders);

            assertThat(trade(shop, "--sample", "--run", "a")).as(this::said).isZero();
            assertThat(shop.ordersPlaced()).isEqualTo(2 * orders);
            assertThat(account().at("/orders/completed").asInt()).isEqualTo(orders);
            assertThat(account().at("/returns/accepted").asInt()).isEqualTo(sample.returns().size());
        }
    }

    @Test
    void keepsThePaceItIsAskedFor() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample", "--orders", "11", "--rate", "20")).as(this::said).isZero();

            assertThat(account().at("/throughput/seconds").asDouble()).isGreaterThanOrEqualTo(0.44);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGES_TWICE, charges, order",
        "CHARGES_TOO_MUCH, charges, order",
        "CHARGES_NOTHING, charges, order",
        "CHARGES_THE_REJECTED, charges, order",
        "FORGETS_A_REFUND, charges, order",
        "MISCALCULATES, charges, order",
        "OVERSELLS, stock, product",
        "LOSES_PIECES, stock, product",
        "SHIPS_TWICE, stock, product",
        "KEEPS_A_RESERVATION, stock, product",
        "LOSES_AN_ORDER, ends, order",
        "LEAVES_AN_ORDER_LYING, ends, order"
    })
    void isNotFooledBy(StubShop.Vice vice, String invariant, String offender) throws IOException {
        try (StubShop shop = new StubShop(vice)) {
            assertThat(trade(shop, "--sample", "--stock", "scarce", "--payments", "realistic", "--patience", "1"))
                    .as(this::said).isEqualTo(1);

            List<JsonNode> breaches = StreamSupport.stream(account().at("/breaches").spliterator(), false).toList();
            assertThat(breaches).anySatisfy(breach -> {
                assertThat(breach.at("/invariant").asString()).isEqualTo(invariant);
                assertThat(breach.at("/subject").asString()).contains(offender);
            });
            assertThat(said()).contains("BROKEN  every ");
        }
    }

    @Test
    void loadKeepsItsRateAndWaitsUntilAllAreConfirmed() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample", "--load", "small", "--rate", "100", "--seconds", "1")).as(this::said).isZero();

            JsonNode result = account();
            assertThat(result.at("/accepted").asInt()).isEqualTo(100);
            assertThat(result.at("/linesPerOrder").asDouble()).isEqualTo(3.0);
            assertThat(result.at("/confirmedPerSecond").asDouble()).isBetween(50.0, 101.5);
            assertThat(result.at("/unfinished").asInt()).isZero();
            assertThat(result.at("/steps/placed-to-confirmed/count").asInt()).isEqualTo(100);
            assertThat(shop.ordersPlaced()).isEqualTo(101);
        }
    }

    @Test
    void realLoadCyclesTheFilesOrders() throws IOException {
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, "--sample", "--orders", "3", "--load", "real", "--rate", "40", "--seconds", "1"))
                    .as(this::said).isZero();

            assertThat(account().at("/accepted").asInt()).isEqualTo(40);
            assertThat(account().at("/refused").isEmpty()).isTrue();
        }
    }

    @Test
    void tradesNothingWithoutTheProvidersLedgerAndSaysWhereToFindIt() throws IOException {
        try (StubShop shop = new StubShop(StubShop.Vice.HIDES_THE_LEDGER)) {
            assertThat(trade(shop, "--sample", "--orders", "5")).isEqualTo(1);

            assertThat(err.toString()).contains("/simulator/ledger was answered 404", "nothing was traded", "--ledger http://");
            assertThat(shop.posts()).isZero();
        }
    }

    @Test
    void readsTheLedgerWhereItIsTold() throws IOException {
        try (StubShop shop = new StubShop(); StubShop other = new StubShop()) {
            assertThat(trade(shop, "--sample", "--orders", "5", "--patience", "1", "--ledger", other.url().toString()))
                    .as("an empty ledger").isEqualTo(1);

            assertThat(said()).contains("BROKEN  every order is charged", "the provider captured nothing");
        }
    }

    @Test
    void ordersOfAnyNumberAreTradedEachOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), """
                Invoice,StockCode,Quantity,Price,Country,Email
                Ä1,10001,1,1.00,EIRE,ada@example.org
                Ö1,10001,2,1.00,USA,bob@example.org
                #1001,10001,1,1.00,The Netherlands,
                CA-2018-152156,10001,1,1.00,uk,
                order,10001,1,1.00,uk,
                """);
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, file.toString(), "--map", "Invoice=InvoiceNo,Price=UnitPrice,Email=CustomerID")).as(this::said)
                    .isZero();

            assertThat(shop.ordersPlaced()).isEqualTo(5);
            assertThat(account().at("/orders/completed").asInt()).isEqualTo(5);
        }
    }

    @Test
    void aProductThatTheSystemRefusesDoesNotEndTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country
                1,10001,THING,1,1.00,5,GB
                2,REFUSED,THING,1,1.00,5,GB
                3,10001,THING,1,1.00,5,GB
                """);
        try (StubShop shop = new StubShop()) {
            assertThat(trade(shop, file.toString())).as(this::said).isZero();

            assertThat(account().at("/orders/completed").asInt()).isEqualTo(2);
            assertThat(account().at("/orders/refused/not placed: product-text-out-of-range").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aDryRunShowsWhatWouldBeTradedAndTouchesNoSystem() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country
                1,10001,THING,3,1.00,5,GB
                C2,10001,THING,-1,1.00,5,GB
                3,10001,THING,1,1E+99999999,5,GB
                4,10001,THING,1,1.00,5,Atlantis
                """);

        assertThat(execute(file.toString(), "--dry-run", "--url", "http://localhost:1", "--json",
                folder.resolve("account.json").toString())).as(this::said).isZero();

        assertThat(said()).containsPattern("lines in the file +4").containsPattern("in orders +1 +of 1 orders, 1 products")
                .containsPattern("in returns +1 +of 1 returns").contains("(line 4)", "(line 5)", "no code");
        assertThat(account().at("/unusable/unknown-country/first/0").asInt()).isEqualTo(5);
    }

    @Test
    void aFileOfWhichNothingCanBeTradedSaysWhy() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country
                4,10001,THING,1,1.00,5,Atlantis
                """);

        assertThat(execute(file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no order in orders.csv", "a country that has no code (line 2)");
    }

    @Test
    void saysSoWhenNobodyAnswers() throws IOException {
        StubShop gone = new StubShop();
        gone.close();
        int exit = trade(gone, "--sample", "--patience", "1");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("No system answers at http://").contains("yet; trying for 1 s").contains("--url");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--sample --rate fast        | --rate must be a number, or max",
        "--sample --rate -1          | --rate must be positive, or max",
        "--sample --orders 0         | --orders must be positive",
        "--sample --concurrency 0    | --concurrency must be positive",
        "--sample --url ftp://x      | --url must begin with http:// or https://",
        "--sample --ledger x         | --ledger must begin with http:// or https://",
        "--sample --url http://a_b:1 | --url must name a host",
        "--sample --url http://x/?y  | --url must be the system's own address",
        "--sample --map Invoice      | --map",
        "--sample --run ä            | --run may have",
        "no-such-file.csv            | there is no file no-such-file.csv",
        "--rate 5                    | FILE"
    })
    void refusesACommandLineThatMakesNoSense(String arguments, String message) {
        assertThat(execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    private int trade(StubShop shop, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", shop.url().toString(), "--json", folder.resolve("account.json").toString()));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return new CommandLine(new TradeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode account() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve("account.json")));
    }

    private String said() {
        return out + "\n" + err;
    }
}
