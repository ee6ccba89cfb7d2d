package dev.cleave.payment.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.charge.steps.AskProviderAgain;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.CaptureUndone;
import dev.cleave.payment.charge.steps.GiveUpOnProvider;
import dev.cleave.payment.charge.steps.ProviderOperation;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.ReportAuthorisation;
import dev.cleave.payment.charge.steps.ReportCancellation;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.payment.charge.steps.Verdict;
import dev.cleave.platform.failure.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a provider decided about a payment, reported in every order, each report also a second time, between the process's own
 * commands: the end is the same as if it had been told as it happened. Nothing is charged twice, the books are the provider's, and
 * nothing is waited for that nobody will say.
 */
class ReportsInEveryOrderTests {

    private static final Money AMOUNT = Money.parse("GBP 12.50");
    private static final Money PART = Money.parse("GBP 5.00");
    private static final int MOST_ORDERS = 150;
    private static final int FRESH = 20;

    private static @Nullable Configuration axon;
    private static InMemoryEventStorageEngine history;
    private static int payments;

    /**
     * What happened at the provider, in its true order, and what the process wanted meanwhile.
     *
     * @param cancellation true if approved, false if it was too late; null if it was never decided
     */
    private record Story(
            String name,
            List<Verdict> authorisation,
            List<Verdict> capture,
            @Nullable Boolean cancellation,
            List<Verdict> refund,
            List<Wish> wishes) {

        boolean charged() {
            return last(capture) == Verdict.APPROVED;
        }

        static Verdict last(List<Verdict> decisions) {
            return decisions.isEmpty() ? Verdict.DECLINED : decisions.getLast();
        }
    }

    private enum Wish {
        CAPTURE,
        CANCEL,
        GIVE_UP_CAPTURE,
        GIVE_UP_CANCELLATION
    }

    private static final List<Verdict> NEVER = List.of();
    private static final List<Verdict> YES = List.of(Verdict.APPROVED);
    private static final List<Verdict> NO = List.of(Verdict.DECLINED);
    private static final List<Verdict> UNDONE = List.of(Verdict.APPROVED, Verdict.UNDONE);
    private static final List<Verdict> AFTER_ALL = List.of(Verdict.DECLINED, Verdict.APPROVED);

    private static final List<Story> STORIES = List.of(
            new Story("charged", YES, YES, null, NEVER, List.of(Wish.CAPTURE)),
            new Story("paid back", YES, YES, null, YES, List.of(Wish.CAPTURE)),
            new Story("refund declined", YES, YES, null, NO, List.of(Wish.CAPTURE)),
            new Story("refund sent back", YES, YES, null, UNDONE, List.of(Wish.CAPTURE)),
            new Story("refund paid after all", YES, YES, null, AFTER_ALL, List.of(Wish.CAPTURE)),
            new Story("charged instead of cancelled", YES, YES, false, NEVER, List.of(Wish.CAPTURE, Wish.CANCEL)),
            new Story("cancelled instead of charged", YES, NO, true, NEVER, List.of(Wish.CAPTURE, Wish.CANCEL)),
            new Story("lapsed", UNDONE, NEVER, null, NEVER, List.of()),
            new Story("lapsed and cancelled", UNDONE, NEVER, true, NEVER, List.of(Wish.CANCEL)),
            new Story("lapsed before it was charged", UNDONE, NO, null, NEVER, List.of(Wish.CAPTURE)),
            new Story("lapsed, charge and cancellation", UNDONE, NO, true, NEVER, List.of(Wish.CAPTURE, Wish.CANCEL)),
            new Story("cancelled by the provider itself", YES, NEVER, true, NEVER, List.of()),
            new Story("cancelled by the provider itself, charge", YES, NO, true, NEVER, List.of(Wish.CAPTURE)),
            new Story("declined", NO, NEVER, true, NEVER, List.of(Wish.CANCEL)),
            new Story("charged back", YES, UNDONE, null, NEVER, List.of(Wish.CAPTURE)),
            new Story("charged back and cancelled", YES, UNDONE, true, NEVER, List.of(Wish.CAPTURE, Wish.CANCEL)),
            new Story("charged when it was given up", YES, YES, false, NEVER,
                    List.of(Wish.CAPTURE, Wish.CANCEL, Wish.GIVE_UP_CAPTURE, Wish.GIVE_UP_CANCELLATION)),
            new Story("lapsed when it was given up", UNDONE, NO, true, NEVER,
                    List.of(Wish.CAPTURE, Wish.CANCEL, Wish.GIVE_UP_CAPTURE, Wish.GIVE_UP_CANCELLATION)));

    /** A fresh log now and then, because the one in memory is searched from its beginning. */
    private static void startAnew() {
        stop();
        history = new InMemoryEventStorageEngine();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(c -> history)
                .configureAggregate(Payment.class)
                .start();
    }

    @AfterAll
    static void stop() {
        if (axon != null) {
            axon.shutdown();
        }
    }

    @TestFactory
    Stream<DynamicTest> endTheSame() {
        return STORIES.stream().map(story -> dynamicTest(story.name(), () -> {
            List<Step> once = new ArrayList<>();
            story.wishes().forEach(wish -> once.add(new Step(wish.name(), payment -> wished(payment, wish))));
            List<Step> reports = reports(story);
            once.addAll(reports);
            inEveryOrder(story, once);
            for (Step report : reports) {
                List<Step> twice = new ArrayList<>(once);
                twice.add(report);
                inEveryOrder(story, twice);
            }
        }));
    }

    private record Step(String name, java.util.function.Function<PaymentId, Object> command) {}

    private static Object wished(PaymentId payment, Wish wish) {
        return switch (wish) {
            case CAPTURE -> new CapturePayment(payment);
            case CANCEL -> new CancelPayment(payment, "changed-mind");
            case GIVE_UP_CAPTURE -> new GiveUpOnProvider(payment, ProviderOperation.CAPTURE);
            case GIVE_UP_CANCELLATION -> new GiveUpOnProvider(payment, ProviderOperation.CANCELLATION);
        };
    }

    private static List<Step> reports(Story story) {
        List<Step> reports = new ArrayList<>();
        story.authorisation().forEach(verdict -> reports.add(
                new Step("authorisation " + verdict, payment -> new ReportAuthorisation(payment, verdict, "why"))));
        story.capture().forEach(verdict -> reports.add(
                new Step("capture " + verdict, payment -> new ReportCapture(payment, verdict, "why"))));
        if (story.cancellation() != null) {
            reports.add(new Step("cancellation " + story.cancellation(), payment -> cancellation(payment, story)));
        }
        story.refund().forEach(verdict -> reports.add(
                new Step("refund " + verdict, payment -> new ReportRefund(payment, "r1", verdict, "why"))));
        return reports;
    }

    private static Object cancellation(PaymentId payment, Story story) {
        boolean approved = !Boolean.FALSE.equals(story.cancellation()) && !story.charged();
        return new ReportCancellation(payment, approved, approved ? null : "captured");
    }

    private void inEveryOrder(Story story, List<Step> steps) {
        if (factorial(steps.size()) <= MOST_ORDERS) {
            permute(new ArrayList<>(steps), 0, order -> happen(story, order));
            return;
        }
        Random random = new Random(steps.size());
        for (int i = 0; i < MOST_ORDERS; i++) {
            List<Step> order = new ArrayList<>(steps);
            Collections.shuffle(order, random);
            happen(story, order);
        }
    }

    private static long factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    private static void permute(List<Step> steps, int from, java.util.function.Consumer<List<Step>> visit) {
        if (from == steps.size()) {
            visit.accept(List.copyOf(steps));
            return;
        }
        for (int i = from; i < steps.size(); i++) {
            Collections.swap(steps, from, i);
            permute(steps, from + 1, visit);
            Collections.swap(steps, from, i);
        }
    }

    private static void happen(Story story, List<Step> order) {
        if (payments % FRESH == 0) {
            startAnew();
        }
        PaymentId payment = new PaymentId("order-" + payments++);
        send(new AuthorisePayment(payment, AMOUNT, "tok_ok"));
        Deque<Step> open = new ArrayDeque<>(order);
        boolean refundAsked = false;
        for (int patience = 100; !open.isEmpty(); patience--) {
            assertThat(patience).as("%s: never taken: %s", order, open).isPositive();
            Step step = open.removeFirst();
            if (send(step.command().apply(payment)).equals(PaymentFailure.REPORT_UNEXPECTED.code())) {
                open.addLast(step);
            }
            if (!refundAsked && !story.refund().isEmpty() && has(payment, PaymentCaptured.class)) {
                refundAsked = true;
                send(new RefundPayment(payment, "r1", PART));
            }
        }
        answerWhatIsOpen(story, order, payment);
        check(story, order, payment);
    }

    /** What is asked of the provider only now, or again, it answers by what it decided. */
    private static void answerWhatIsOpen(Story story, List<Step> order, PaymentId payment) {
        for (int round = 0; round < 5; round++) {
            List<Object> before = events(payment);
            for (ProviderOperation operation : ProviderOperation.values()) {
                send(new AskProviderAgain(payment, operation));
            }
            List<Object> asked = events(payment).subList(before.size(), events(payment).size());
            if (asked.isEmpty()) {
                return;
            }
            for (Object question : asked) {
                send(switch (question) {
                    case AuthorisationRequested _ ->
                        new ReportAuthorisation(payment, Story.last(story.authorisation()), "why");
                    case CaptureRequested _ -> new ReportCapture(payment, Story.last(story.capture()), "why");
                    case CancellationRequested _ ->
                        new ReportCancellation(payment, !story.charged(), story.charged() ? "captured" : null);
                    case RefundRequested refund when refund.refund().equals("r1") ->
                        new ReportRefund(payment, "r1", Story.last(story.refund()), "why");
                    case RefundRequested refund -> new ReportRefund(
                            payment, refund.refund(), story.charged() ? Verdict.APPROVED : Verdict.DECLINED, "why");
                    default -> throw new AssertionError(question);
                });
            }
        }
        throw new AssertionError(tale(order, payment) + "\nis asked for ever");
    }

    private static void check(Story story, List<Step> order, PaymentId payment) {
        String tale = tale(order, payment);
        List<Object> told = events(payment);
        long charges = count(told, PaymentCaptured.class) + count(told, StrayCaptureFound.class);
        assertThat(charges).as(tale).isLessThanOrEqualTo(1);
        long net = charges - (charges == 1 ? count(told, CaptureUndone.class) : 0);
        assertThat(net == 1).as(tale).isEqualTo(story.charged());
        long partsPaid = told.stream().filter(event -> event instanceof PaymentRefunded e && e.refund().equals("r1")).count()
                - count(told, RefundFailed.class);
        // A bare decline may be the older report or a newer one; taken for the newer, it goes to a person.
        boolean leftToAPerson = story.refund().equals(AFTER_ALL) && count(told, RefundFailed.class) == 1;
        boolean paid = !story.refund().isEmpty() && Story.last(story.refund()) == Verdict.APPROVED && !leftToAPerson;
        assertThat(partsPaid).as(tale).isEqualTo(paid ? 1 : 0);
        if (count(told, StrayCaptureFound.class) == 1 && story.charged()) {
            assertThat(told).as(tale)
                    .anyMatch(event -> event instanceof PaymentRefunded e && e.refund().equals(Payment.REVERSAL));
        }
        if (story.wishes().contains(Wish.CAPTURE)) {
            assertThat(told).as(tale)
                    .anyMatch(event -> event instanceof PaymentCaptured || event instanceof CaptureRefused);
        }
        assertThat(told).as(tale)
                .anyMatch(event -> event instanceof PaymentDeclined || event instanceof AuthorisationLost
                        || event instanceof PaymentCaptured || event instanceof CaptureRefused
                        || event instanceof PaymentCancelled);
    }

    private static String tale(List<Step> order, PaymentId payment) {
        return order.stream().map(Step::name).toList() + "\n" + events(payment);
    }

    private static boolean has(PaymentId payment, Class<?> event) {
        return count(events(payment), event) > 0;
    }

    private static long count(List<Object> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static List<Object> events(PaymentId payment) {
        List<Object> events = new ArrayList<>();
        history.readEvents(payment.toString(), 0).forEachRemaining(event -> events.add(event.getPayload()));
        return events;
    }

    /** Sends a command; the code of its refusal, or nothing. */
    private static String send(Object command) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        axon.commandBus().dispatch(GenericCommandMessage.asCommandMessage(command), (sent, result) -> {
            if (!result.isExceptional()) {
                answer.complete("");
            } else if (result.exceptionResult() instanceof CommandExecutionException refused) {
                answer.complete(refused.<Failure>getDetails().orElseThrow().code());
            } else {
                answer.completeExceptionally(result.exceptionResult());
            }
        });
        return answer.join();
    }
}
