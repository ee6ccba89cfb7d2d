package dev.cleave.simulator;

import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.platform.datastore.StoreNotWritable;
import dev.cleave.platform.failure.FailureText;
import dev.cleave.simulator.Account.State;
import dev.cleave.simulator.Question.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Decides what was left pending when its time has come, and reports to the shop until the shop has heard. */
class Reports implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final int BATCH = 100;
    private static final int MOST_ATTEMPTS = 12;

    private final Books books;
    private final Shop shop;
    private volatile @Nullable ScheduledExecutorService scheduler;

    Reports(Books books, Shop shop) {
        this.books = books;
        this.shop = shop;
    }

    /** Where reports go. */
    interface Shop {

        /**
         * Hands a report over; returns when the shop has taken it.
         *
         * @throws RuntimeException if it has not
         */
        void tell(Books.Report report, Question decided);
    }

    /** Looks for due reports at the given time. */
    void dueAt(Instant time) {
        ScheduledExecutorService running = scheduler;
        if (running != null) {
            long delay = Math.max(0, Duration.between(books.now(), time).toMillis() + 1);
            try {
                running.schedule(this::work, delay, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("Reports are told after the next start");
            }
        }
    }

    /** Tells all that is due now. */
    void tellDue() {
        for (List<Books.Report> due = books.reportsDue(BATCH); !due.isEmpty(); due = books.reportsDue(BATCH)) {
            due.forEach(this::tell);
        }
    }

    private void work() {
        try {
            tellDue();
            books.nextReport().ifPresent(this::dueAt);
        } catch (StoreNotWritable e) {
            log.debug("The simulated payment provider waits until its store can be written to");
            dueAt(books.now().plusSeconds(1));
        } catch (RuntimeException e) {
            log.warn("The simulated payment provider could not report and tries again: {}", FailureText.of(e));
            dueAt(books.now().plusSeconds(5));
        }
    }

    private void tell(Books.Report report) {
        Optional<Question> decided = books.inOneGo(() -> decide(report));
        try {
            decided.ifPresent(question -> shop.tell(report, question));
            books.reported(report);
        } catch (RuntimeException e) {
            if (report.attempts() + 1 >= MOST_ATTEMPTS) {
                log.warn("The shop never heard about {}: {}", report.reference(), FailureText.of(e));
                books.reported(report);
            } else {
                books.postpone(report, books.now().plus(Duration.ofMillis(250L << report.attempts())));
            }
        }
    }

    /** What there is to report; empty if nothing, or nothing that the shop is told. */
    private Optional<Question> decide(Books.Report report) {
        @Nullable Account account = books.claim(report.reference().payment().value()).orElse(null);
        Question question = books.find(report.reference()).orElseThrow();
        if (account == null) {
            return Optional.of(question);
        }
        Behaviour behaviour = Behaviour.towards(account.token());
        if (question.outcome() == Outcome.APPROVED && behaviour.undoes(report.reference().operation())) {
            return undo(question, account, behaviour);
        }
        if (question.outcome() != Outcome.PENDING) {
            return behaviour.reports() ? Optional.of(question) : Optional.empty();
        }
        Question decided = switch (report.reference().operation()) {
            case AUTHORISATION -> account.state() == State.PENDING
                    ? effect(question, account.in(State.HELD))
                    : question.answered(Outcome.DECLINED, ProviderAnswer.Declined.CANCELLED);
            case CAPTURE -> account.state() == State.CAPTURE_PENDING
                    ? effect(question, account.capturing(Objects.requireNonNull(question.amount()).minor()))
                    : question.answered(Outcome.DECLINED, ProviderAnswer.Declined.CANCELLED);
            case REFUND, CANCELLATION -> effect(question, account);
        };
        books.keep(decided, true);
        books.enter(decided, true);
        return Optional.of(decided);
    }

    private Optional<Question> undo(Question question, Account account, Behaviour behaviour) {
        MinorAmount amount = Objects.requireNonNull(question.amount());
        boolean charged = account.state() == State.CAPTURED;
        @Nullable Account undone = switch (question.reference().operation()) {
            case AUTHORISATION -> account.state() == State.HELD ? account.in(State.LAPSED) : null;
            case CAPTURE -> charged && account.refunded() == 0 ? account.chargedBack() : null;
            case REFUND -> charged ? account.refunding(-amount.minor()) : null;
            case CANCELLATION -> null;
        };
        if (undone == null) {
            return Optional.empty();
        }
        Question decided = question.answered(Outcome.UNDONE, behaviour.reason());
        books.change(undone);
        books.keep(decided, true);
        books.enter(decided, behaviour.reports());
        return behaviour.reports() ? Optional.of(decided) : Optional.empty();
    }

    private Question effect(Question question, Account account) {
        books.change(account);
        return question.answered(Outcome.APPROVED, null);
    }

    @Override
    public void start() {
        scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("simulator-reports").factory());
        dueAt(books.now());
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = scheduler;
        scheduler = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException e) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** After the web server, which hears the reports. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}
