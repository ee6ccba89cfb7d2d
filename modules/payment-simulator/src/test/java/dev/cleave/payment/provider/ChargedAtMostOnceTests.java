package dev.cleave.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.Reference;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.message.ProcessStep;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.simulator.SimulatorFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Payments under a provider and a process that break down at random: calls are lost before they arrive, lost after they took
 * effect, or take effect long after everybody gave up on them; the process dies between the provider's answer and the report;
 * events, commands and reports come again. The provider's ledger says what came of it. All of it follows from the seed: one thread,
 * and no clock but the one that is set.
 */
class ChargedAtMostOnceTests {

    private static final int PAYMENTS = 40;
    private static final List<String> TOKENS = List.of(
            "tok_ok", "tok_ok", "tok_declined", "tok_timeout", "tok_flaky", "tok_twice", "tok_late", "tok_capture_declined",
            "tok_refund_declined", "tok_lapses", "tok_voided", "tok_lapses_silently", "tok_refund_fails");

    private static final Set<String> SEEN = new TreeSet<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverFails(long seed) throws Exception {
        try (SimulatorFixture simulator = new SimulatorFixture(folder)) {
            World world = new World(seed, simulator);
            world.goThroughChaos();
            world.comeToRest();
            for (PaymentId payment : world.payments) {
                world.check(payment);
            }
        }
    }

    @AfterAll
    static void sawTheRareCases() {
        assertThat(SEEN)
                .contains(
                        "authorisation after its cancellation",
                        "authorisation given up",
                        "capture given up",
                        "cancellation given up",
                        "capture instead of cancellation",
                        "stray capture",
                        "refund in doubt",
                        "authorisation lost");
    }

    private static final class Crash extends RuntimeException {}

    private static final class World implements Commands, Waits<ProviderWait> {

        private final Random random;
        private final SimulatorFixture simulator;
        private final Configuration axon;
        private final InMemoryEventStorageEngine history = new InMemoryEventStorageEngine();
        private final ProviderGateway gateway;
        private final OpenQuestions questions;
        private final List<PaymentId> payments = new ArrayList<>();
        private final List<Object> pendingCommands = new ArrayList<>();
        private final List<Object> sentCommands = new ArrayList<>();
        private final List<Object> pendingForGateway = new ArrayList<>();
        private final List<Object> seenByGateway = new ArrayList<>();
        private final List<Object> reports = new ArrayList<>();
        private final List<Supplier<ProviderAnswer>> delayedCalls = new ArrayList<>();
        private final Map<String, Instant> waits = new TreeMap<>();
        private final List<Object> events = new ArrayList<>();
        private boolean chaos = true;
        private boolean handling;

        World(long seed, SimulatorFixture simulator) throws ClassNotFoundException {
            this.random = new Random(seed);
            this.simulator = simulator;
            this.axon = DefaultConfigurer.defaultConfiguration(false)
                    .configureSerializer(c -> Jackson3Serializer.builder().build())
                    .configureEmbeddedEventStore(c -> history)
                    .configureAggregate(Class.forName("dev.cleave.payment.charge.Payment"))
                    .start();
            ProviderProperties properties = new ProviderProperties(
                    Duration.ofSeconds(2),
                    2,
                    Duration.ofMillis(1),
                    Duration.ofMillis(2500),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(12));
            PaymentProvider provider = new Unreliable(simulator.provider());
            this.gateway = new ProviderGateway(provider, new Inquiry(provider, properties, Runnable::run, () -> 0), this);
            this.questions = new OpenQuestions(this, simulator.paymentStore().jdbc(), properties);
            for (int i = 0; i < PAYMENTS; i++) {
                PaymentId payment = new PaymentId("order-" + i);
                payments.add(payment);
                String token = TOKENS.get(random.nextInt(TOKENS.size()));
                pendingCommands.add(new AuthorisePayment(payment, amountOf(payment), token));
                if (chance(40)) {
                    pendingCommands.add(new CancelPayment(payment, "changed-mind"));
                }
            }
        }

        static Money amountOf(PaymentId payment) {
            return Money.ofMajor(CurrencyUnit.GBP, 10 + payment.value().length());
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private boolean trouble(int percent) {
            return chaos && chance(percent);
        }

        void goThroughChaos() {
            for (int step = 0; step < 2_500; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> sendOne();
                    case 2, 3 -> handleOne();
                    case 4 -> reportSome();
                    case 5 -> endWaits();
                    case 6 -> simulator.pass(Duration.ofMillis(random.nextInt(4_000)));
                    default -> {
                        if (chance(20)) {
                            runDelayedCall();
                        }
                    }
                }
            }
        }

        void comeToRest() {
            chaos = false;
            for (int round = 0; round < 400; round++) {
                while (!pendingCommands.isEmpty()) {
                    sendOne();
                }
                while (!delayedCalls.isEmpty()) {
                    runDelayedCall();
                }
                while (!pendingForGateway.isEmpty()) {
                    handleOne();
                }
                reportSome();
                endWaits();
                if (pendingCommands.isEmpty() && pendingForGateway.isEmpty() && waits.isEmpty()) {
                    return;
                }
                simulator.pass(Duration.ofSeconds(20));
            }
            throw new AssertionError("Some waits never end: " + waits);
        }

        private void sendOne() {
            boolean again = trouble(20) && !sentCommands.isEmpty();
            if (!again && pendingCommands.isEmpty()) {
                return;
            }
            Object command = again
                    ? sentCommands.get(random.nextInt(sentCommands.size()))
                    : pendingCommands.remove(random.nextInt(pendingCommands.size()));
            deliver(command);
            sentCommands.add(command);
        }

        private void handleOne() {
            if (pendingForGateway.isEmpty()) {
                return;
            }
            boolean again = trouble(15) && !seenByGateway.isEmpty();
            Object event = again ? seenByGateway.get(random.nextInt(seenByGateway.size())) : nextForGateway();
            handling = true;
            try {
                switch (event) {
                    case AuthorisationRequested e -> gateway.on(e);
                    case CaptureRequested e -> gateway.on(e);
                    case CancellationRequested e -> gateway.on(e);
                    case RefundRequested e -> gateway.on(e);
                    default -> throw new AssertionError(event);
                }
                seenByGateway.add(event);
                if (!again) {
                    pendingForGateway.remove(event);
                }
            } catch (CommandNotAnswered e) {
                seenByGateway.add(event);
            } finally {
                handling = false;
            }
        }

        /** Of some payment the first event that is not handled yet. */
        private Object nextForGateway() {
            String payment = processOf(pendingForGateway.get(random.nextInt(pendingForGateway.size())));
            return pendingForGateway.stream()
                    .filter(event -> processOf(event).equals(payment))
                    .findFirst()
                    .orElseThrow();
        }

        private static String processOf(Object event) {
            return ((ProcessStep) event).processId();
        }

        private void reportSome() {
            simulator.report(report -> {
                if (trouble(30)) {
                    throw new Crash();
                }
                Reporting.command(report.reference(), report.answer()).ifPresent(reports::add);
            });
            while (!reports.isEmpty() && (!chaos || chance(50))) {
                Object report = trouble(30) ? reports.get(random.nextInt(reports.size())) : reports.removeFirst();
                deliver(report);
            }
        }

        private void endWaits() {
            for (Map.Entry<String, Instant> wait : new TreeMap<>(waits).entrySet()) {
                if (!wait.getValue().isAfter(simulator.now()) && !trouble(20)) {
                    String[] parts = wait.getKey().split(" ");
                    deliver(ProviderWait.valueOf(parts[0]).command(parts[1]));
                }
            }
        }

        private void runDelayedCall() {
            if (!delayedCalls.isEmpty()) {
                delayedCalls.remove(random.nextInt(delayedCalls.size())).get();
            }
        }

        @Override
        public Answer send(Object command) {
            if (handling && trouble(15)) {
                throw new CommandNotAnswered(CommandNotAnswered.Fate.UNKNOWN, "died before the report", null);
            }
            Answer answer = deliver(command);
            if (handling && trouble(15)) {
                throw new CommandNotAnswered(CommandNotAnswered.Fate.UNKNOWN, "died after the report", null);
            }
            return answer;
        }

        private Answer deliver(Object command) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            axon.commandBus().dispatch(GenericCommandMessage.asCommandMessage(command), (sent, result) -> {
                if (!result.isExceptional()) {
                    answer.complete(new Answer.Accepted(null, null, true));
                } else if (result.exceptionResult() instanceof CommandExecutionException refused) {
                    answer.complete(new Answer.Refused(refused.<Failure>getDetails().orElseThrow()));
                } else {
                    answer.completeExceptionally(result.exceptionResult());
                }
            });
            Answer done = answer.join();
            List<Object> all = new ArrayList<>();
            history.readEvents(null, false).forEach(event -> all.add(event.getPayload()));
            while (events.size() < all.size()) {
                Object event = all.get(events.size());
                events.add(event);
                happened(event);
            }
            return done;
        }

        private void happened(Object event) {
            Instant now = simulator.now();
            switch (event) {
                case AuthorisationRequested e -> {
                    questions.on(e, now);
                    pendingForGateway.add(e);
                }
                case CaptureRequested e -> {
                    questions.on(e, now);
                    pendingForGateway.add(e);
                }
                case CancellationRequested e -> {
                    questions.on(e, now);
                    pendingForGateway.add(e);
                }
                case RefundRequested e -> {
                    questions.on(e, now);
                    pendingForGateway.add(e);
                }
                case PaymentAuthorised e -> {
                    questions.on(e);
                    pendingCommands.add(
                            chance(70) ? new CapturePayment(e.payment()) : new CancelPayment(e.payment(), "changed-mind"));
                    if (chance(20)) {
                        pendingCommands.add(new CancelPayment(e.payment(), "too-slow"));
                    }
                }
                case PaymentDeclined e -> questions.on(e);
                case PaymentCaptured e -> {
                    questions.on(e);
                    if (chance(40)) {
                        pendingCommands.add(new RefundPayment(e.payment(), "r1", Money.parse("GBP 9.99")));
                        pendingCommands.add(new RefundPayment(e.payment(), "r2", Money.parse("GBP 8.00")));
                    }
                }
                case CaptureRefused e -> {
                    questions.on(e);
                    pendingCommands.add(new CancelPayment(e.payment(), "charge-refused"));
                }
                case PaymentCancelled e -> questions.on(e);
                case StrayCaptureFound e -> questions.on(e);
                case PaymentRefunded e -> questions.on(e);
                case RefundRefused e -> questions.on(e);
                case AuthorisationLost e -> pendingCommands.add(new CancelPayment(e.payment(), "authorisation-lost"));
                case RefundFailed _,PaymentCancellationRefused _ -> {}
                default -> throw new AssertionError(event);
            }
        }

        @Override
        public void open(ProviderWait wait, String subject, Instant dueAt) {
            waits.put(wait + " " + subject, dueAt);
        }

        @Override
        public void close(ProviderWait wait, String subject) {
            waits.remove(wait + " " + subject);
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException();
        }

        void check(PaymentId payment) {
            String number = payment.value();
            List<Object> told = events.stream()
                    .filter(event -> processOf(event).equals(number))
                    .toList();
            String story = told + " " + simulator.ledger(number);
            note(told, simulator.ledger(number));
            long amount = MinorAmount.of(amountOf(payment)).minor();
            long captures = simulator.count(number, "capture");
            long captured = simulator.sum(number, "capture");
            long refunded = simulator.sum(number, "refund");

            assertThat(captures).as(story).isLessThanOrEqualTo(1);
            assertThat(captured).as(story).isEqualTo(captures * amount);
            assertThat(refunded).as(story).isLessThanOrEqualTo(captured);
            boolean chargedByOurBooks = told.stream().anyMatch(PaymentCaptured.class::isInstance);
            if (chargedByOurBooks) {
                assertThat(captured).as(story).isEqualTo(amount);
                assertThat(told).as(story).noneMatch(PaymentCancelled.class::isInstance);
            } else {
                boolean refundDeclined = told.stream().anyMatch(event -> event instanceof RefundRefused refused
                        && refused.refund().equals("~stray-capture")
                        && refused.reason().equals("refund-declined"));
                assertThat(captured - refunded).as(story).isEqualTo(refundDeclined ? amount : 0);
                long held = simulator.sum(number, "authorisation") - captured - simulator.sum(number, "cancellation");
                assertThat(held).as(story).isZero();
            }
            int refusal = indexOf(told, PaymentCancellationRefused.class);
            if (refusal >= 0) {
                assertThat(indexOf(told, PaymentCaptured.class)).as(story).isBetween(0, refusal - 1);
            }
            assertThat(refunded)
                    .as(story)
                    .isEqualTo(told.stream().mapToLong(World::paidBack).sum());
            assertThat(told)
                    .as(story)
                    .anyMatch(event -> event instanceof PaymentAuthorised
                            || event instanceof PaymentDeclined
                            || event instanceof PaymentCancelled);
        }

        private static long paidBack(Object event) {
            return switch (event) {
                case PaymentRefunded e -> e.amount().getAmountMinorLong();
                case RefundFailed e -> -e.amount().getAmountMinorLong();
                default -> 0;
            };
        }

        private static int indexOf(List<Object> told, Class<?> event) {
            return told.stream().map(Object::getClass).toList().indexOf(event);
        }

        private static void note(List<Object> told, List<String> ledger) {
            int cancelled = ledger.indexOf("cancellation approved");
            if (cancelled >= 0 && ledger.lastIndexOf("authorisation declined") > cancelled) {
                SEEN.add("authorisation after its cancellation");
            }
            Object before = told.getFirst();
            for (Object event : told) {
                if (event instanceof CancellationRequested && before instanceof PaymentCancelled) {
                    SEEN.add("cancellation given up");
                }
                before = event;
                switch (event) {
                    case PaymentDeclined e when e.reason().equals("provider-silent") -> SEEN.add("authorisation given up");
                    case CaptureRefused e when e.reason().equals("provider-silent") -> SEEN.add("capture given up");
                    case PaymentCancellationRefused _ -> SEEN.add("capture instead of cancellation");
                    case StrayCaptureFound _ -> SEEN.add("stray capture");
                    case AuthorisationLost _ -> SEEN.add("authorisation lost");
                    case RefundFailed _ -> SEEN.add("refund failed");
                    case RefundRefused e when e.reason().equals("provider-silent") -> SEEN.add("refund in doubt");
                    default -> {}
                }
            }
        }

        private final class Unreliable implements PaymentProvider {

            private final PaymentProvider provider;

            Unreliable(PaymentProvider provider) {
                this.provider = provider;
            }

            private ProviderAnswer troubled(Supplier<ProviderAnswer> call) {
                if (trouble(25)) {
                    throw new Crash();
                }
                if (trouble(20)) {
                    delayedCalls.add(call);
                    throw new Crash();
                }
                ProviderAnswer answer = call.get();
                if (trouble(20)) {
                    throw new Crash();
                }
                return answer;
            }

            @Override
            public ProviderAnswer authorise(Reference reference, MinorAmount amount, String token) {
                return troubled(() -> provider.authorise(reference, amount, token));
            }

            @Override
            public ProviderAnswer capture(Reference reference, MinorAmount amount) {
                return troubled(() -> provider.capture(reference, amount));
            }

            @Override
            public ProviderAnswer cancel(Reference reference) {
                return troubled(() -> provider.cancel(reference));
            }

            @Override
            public ProviderAnswer refund(Reference reference, MinorAmount amount) {
                return troubled(() -> provider.refund(reference, amount));
            }

            @Override
            public ProviderAnswer lookup(Reference reference) {
                return troubled(() -> provider.lookup(reference));
            }
        }
    }
}
