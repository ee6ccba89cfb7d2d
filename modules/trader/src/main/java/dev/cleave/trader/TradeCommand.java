package dev.cleave.trader;

import dev.cleave.platform.operations.SystemAddress;
import dev.cleave.trader.file.NotAnOrderFile;
import dev.cleave.trader.file.OrderFile;
import dev.cleave.trader.file.Reading;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trade}: trades a file of real orders against a running system, and checks the system's books afterwards. */
@Command(
        name = "trade",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trades a file of real orders against a running system: lists the products, receives stock, places each invoice as"
                    + " an order, dispatches and delivers it, sends back what was cancelled, and checks the system's books.",
            "",
            "FILE is CSV, plain or gzipped, with a line for each product of an order and the columns InvoiceNo, StockCode, Quantity,"
                    + " UnitPrice (or LineTotal), Country and, if there are any, Description and CustomerID. --map reads files that"
                    + " call them otherwise. A line that can't be traded is counted with the reason, and the others go on."
        },
        footer = {
            "",
            "Exit code: 0 if every order was answered and all invariants hold, 1 if not, 2 if the command line is wrong, 130 if"
                    + " it was broken off."
        })
public final class TradeCommand implements Callable<Integer> {

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    @Spec
    @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    Source source = new Source();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The system. Default: ${DEFAULT-VALUE}")
    URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "A process that shows the payment provider's ledger, where the system's address does not. Default: the"
                    + " system's address")
    @Nullable URI ledger;

    @Option(
            names = "--rate",
            paramLabel = "N|max",
            defaultValue = "max",
            description = "Orders placed per second. Default: ${DEFAULT-VALUE}")
    String rate = "max";

    @Option(
            names = "--map",
            paramLabel = "THEIRS=OURS",
            split = ",",
            description = "Which of the file's columns stands for which of ours, by name or by position from 1:"
                    + " --map \"Invoice=InvoiceNo,Price=UnitPrice\". A column of our name needs none.")
    Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--default",
            paramLabel = "OURS=VALUE",
            split = ",",
            description = "What a column stands for that the file does not have, or that a line leaves empty:"
                    + " --default Country=GB,Quantity=1")
    Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--dry-run",
            description = "Read the file and show what would be traded, and which lines can't be. Needs no system.")
    boolean dryRun;

    @Option(names = "--orders", paramLabel = "N", description = "Stop reading the file after so many orders.")
    int orders = Integer.MAX_VALUE;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "32",
            description = "Requests under way at once. Default: ${DEFAULT-VALUE}")
    int concurrency = 32;

    @Option(
            names = "--stock",
            paramLabel = "plenty|scarce",
            defaultValue = "plenty",
            description = "Receive enough for all orders, or too little of some products, so that orders must be refused."
                    + " Default: ${DEFAULT-VALUE}")
    Settings.Stock stock = Settings.Stock.PLENTY;

    @Option(
            names = "--payments",
            paramLabel = "ok|realistic",
            defaultValue = "ok",
            description = "Pay with tokens that are accepted at once, or with some that are declined or make trouble."
                    + " Default: ${DEFAULT-VALUE}")
    Settings.Payments payments = Settings.Payments.OK;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Draws the scarce products, the payment tokens and small load orders. Default: ${DEFAULT-VALUE}")
    long seed = 1;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Repeat a run under its name: what was done counts once. Default: a new run")
    @Nullable String run;

    @Option(
            names = "--not-alone",
            description = "Others trade meanwhile: the system's books must show at least this run's pieces, not exactly these.")
    boolean notAlone;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Give unfinished orders up when nothing has moved for so long. Default: ${DEFAULT-VALUE}")
    int patience = 60;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the account as JSON, too.")
    @Nullable Path json;

    @Option(
            names = "--load",
            paramLabel = "small|real",
            description = "Measure instead: place orders of three lines, or the file's, at --rate for --seconds, and see how"
                    + " fast they are confirmed.")
    Load.@Nullable Shape load;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long --load lasts. Default: ${DEFAULT-VALUE}")
    int seconds = 60;

    /** Where the orders come from. */
    static final class Source {

        @Parameters(paramLabel = "FILE", description = "The orders.")
        @Nullable Path file;

        @Option(names = "--sample", description = "Trade the excerpt of real orders that comes with the program.")
        boolean sample;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        OrderFile orderFile = read();
        PrintWriter out = out();
        if (dryRun) {
            Account.File file = Account.File.of(orderFile);
            out.println("Would trade " + file.name() + " (" + file.fingerprint() + ")");
            out.println();
            file.print(out);
            out.flush();
            write(file);
            return 0;
        }
        Settings settings = settings(orderFile);
        try (Shop shop = new Shop(settings.url(), settings.concurrency(), settings.patience())) {
            shop.awaitSomebody(err());
            return load == null ? trade(orderFile, settings, shop, out) : load(orderFile, settings, shop, out);
        } catch (Shop.NoAnswer e) {
            out.flush();
            err().println("trade: " + e.getMessage());
            err().flush();
            return 1;
        }
    }

    private int trade(OrderFile orderFile, Settings settings, Shop shop, PrintWriter out)
            throws IOException, InterruptedException {
        Ledger.check(shop, settings.ledger());
        Trading trading = new Trading(orderFile, settings, shop);
        AtomicBoolean reported = new AtomicBoolean();
        Thread brokenOff = new Thread(() -> {
            if (reported.compareAndSet(false, true)) {
                trading.account().print(out);
            }
        });
        Runtime.getRuntime().addShutdownHook(brokenOff);
        Account account;
        try {
            trading.trade();
        } finally {
            account = trading.account();
            if (reported.compareAndSet(false, true)) {
                account.print(out);
                Runtime.getRuntime().removeShutdownHook(brokenOff);
            }
        }
        write(account);
        return account.isInOrder() ? 0 : 1;
    }

    private int load(OrderFile orderFile, Settings settings, Shop shop, PrintWriter out)
            throws IOException, InterruptedException {
        Load.Result result = new Load(orderFile, settings, load, seconds, shop).run();
        result.print(out);
        write(result);
        return result.isInOrder() ? 0 : 1;
    }

    private OrderFile read() throws IOException {
        check(orders > 0, "--orders must be positive");
        Path file = source.file;
        try {
            OrderFile orderFile = file == null ? OrderFile.sample(orders)
                    : OrderFile.read(file, new Reading(orders, columns, defaults));
            check(!orderFile.orders().isEmpty(), () -> {
                StringWriter text = new StringWriter();
                Account.File.of(orderFile).print(new PrintWriter(text, true));
                return "there is no order in " + orderFile.name() + System.lineSeparator() + text.toString().stripTrailing();
            });
            return orderFile;
        } catch (NotAnOrderFile e) {
            throw wrong(e.getMessage());
        } catch (NoSuchFileException e) {
            throw wrong("there is no file " + file);
        } catch (AccessDeniedException e) {
            throw wrong(file + " can't be read: it may not be opened by this user");
        } catch (EOFException | ZipException e) {
            throw wrong(file + " can't be read: it is gzipped, but broken or cut off. Fetch it again.");
        } catch (IOException e) {
            throw wrong(file + " can't be read: " + e.getMessage());
        }
    }

    private Settings settings(OrderFile orderFile) {
        check(concurrency > 0, "--concurrency must be positive");
        check(patience > 0, "--patience must be positive");
        check(seconds > 0, "--seconds must be positive");
        checkAddress("--url", url);
        URI witness = ledger == null ? url : ledger;
        checkAddress("--ledger", witness);
        check(run == null || RUN.matcher(run).matches(), "--run may have up to 32 letters, digits and . _ -");
        String id = run == null ? HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) : run;
        return new Settings(url, witness, perSecond(), concurrency, stock, payments, seed, orderFile.fingerprint() + "-" + id, id,
                run != null, !notAlone, Duration.ofSeconds(patience));
    }

    private void checkAddress(String option, URI address) {
        SystemAddress.fault(address).ifPresent(fault -> {
            throw wrong(option + " " + fault);
        });
    }

    private double perSecond() {
        if (rate.equals("max")) {
            return 0;
        }
        try {
            double number = Double.parseDouble(rate);
            check(number > 0 && Double.isFinite(number), "--rate must be positive, or max");
            return number;
        } catch (NumberFormatException e) {
            throw wrong("--rate must be a number, or max");
        }
    }

    private void check(boolean right, String otherwise) {
        check(right, () -> otherwise);
    }

    private void check(boolean right, Supplier<String> otherwise) {
        if (!right) {
            throw wrong(otherwise.get());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void write(Object account) throws IOException {
        if (json != null) {
            String text = Shop.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(account);
            Files.writeString(json, text + System.lineSeparator());
        }
    }
}
