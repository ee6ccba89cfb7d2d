package dev.cleave.simulator;

import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.Reference;
import dev.cleave.simulator.Account.State;
import dev.cleave.simulator.Question.Outcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers what the shop asks: one short transaction in the books each. */
class SimulatedProvider implements PaymentProvider {

    private static final String NOT_HELD = "nothing-set-aside";

    private final Books books;
    private final Consumer<Instant> reportDue;
    private final SimulatorProperties properties;

    /** @param reportDue told when a report has become due at the shop */
    SimulatedProvider(Books books, Consumer<Instant> reportDue, SimulatorProperties properties) {
        this.books = books;
        this.reportDue = reportDue;
        this.properties = properties;
    }

    @Override
    public ProviderAnswer authorise(Reference reference, MinorAmount amount, String token) {
        return answer(Question.asked(reference, amount, token));
    }

    @Override
    public ProviderAnswer capture(Reference reference, MinorAmount amount) {
        return answer(Question.asked(reference, amount, null));
    }

    @Override
    public ProviderAnswer cancel(Reference reference) {
        return answer(Question.asked(reference, null, null));
    }

    @Override
    public ProviderAnswer refund(Reference reference, MinorAmount amount) {
        return answer(Question.asked(reference, amount, null));
    }

    @Override
    public ProviderAnswer lookup(Reference reference) {
        think();
        return books.find(reference).map(Question::answer).orElse(ProviderAnswer.NEVER_HEARD);
    }

    private ProviderAnswer answer(Question asked) {
        think();
        Said said = books.inOneGo(() -> say(asked));
        if (said.report() != null) {
            reportDue.accept(said.report());
        }
        return said.answer();
    }

    private record Said(ProviderAnswer answer, @Nullable Instant report) {}

    private Said say(Question asked) {
        @Nullable Account account = books.claim(asked.payment()).orElse(null);
        Optional<Question> known = books.find(asked.reference());
        if (known.isPresent() && known.get().outcome() != Outcome.FAILED) {
            return repeat(asked, known.get());
        }
        Question question = known.orElse(asked);
        Behaviour behaviour = Behaviour.towards(account == null ? asked.token() : account.token());
        if (behaviour == Behaviour.FLAKY && question.failures() < Behaviour.FAILURES) {
            Question failed = question.failedAgain();
            books.keep(failed, known.isPresent());
            books.enter(failed, false);
            return new Said(ProviderAnswer.UNKNOWN, null);
        }
        boolean later = behaviour == Behaviour.LATE;
        Question decided = switch (asked.reference().operation()) {
            case AUTHORISATION -> authorise(question, account, behaviour, later);
            case CAPTURE -> capture(question, account, behaviour, later);
            case CANCELLATION -> cancel(question, account);
            case REFUND -> refund(question, account, behaviour, later);
        };
        boolean answered = behaviour != Behaviour.TIMES_OUT;
        books.keep(decided, known.isPresent());
        books.enter(decided, answered);
        return new Said(answered ? decided.answer() : ProviderAnswer.UNKNOWN, report(decided, behaviour));
    }

    private @Nullable Instant report(Question decided, Behaviour behaviour) {
        Instant due;
        if (decided.outcome() == Outcome.PENDING) {
            due = books.now().plus(properties.lateness());
        } else if (decided.outcome() == Outcome.APPROVED && behaviour.undoes(decided.reference().operation())) {
            due = books.now().plus(properties.lateness());
        } else if (behaviour == Behaviour.ANSWERS_TWICE) {
            due = books.now();
        } else {
            return null;
        }
        books.announce(decided.reference(), due);
        return due;
    }

    private Said repeat(Question asked, Question known) {
        if (!asked.asksTheSameAs(known)) {
            Question refused = asked.answered(Outcome.DECLINED, "reference-used-otherwise");
            books.enter(refused, true);
            return new Said(refused.answer(), null);
        }
        books.enter(known.answered(Outcome.REPEATED, known.reason()), true);
        return new Said(known.answer(), null);
    }

    private Question authorise(Question question, @Nullable Account account, Behaviour behaviour, boolean later) {
        if (account != null) {
            return question.answered(Outcome.DECLINED, ProviderAnswer.Declined.CANCELLED);
        }
        boolean declined = behaviour == Behaviour.DECLINES || behaviour == Behaviour.UNKNOWN_TOKEN;
        State state = declined ? State.DECLINED : later ? State.PENDING : State.HELD;
        books.open(Account.opened(question.payment(), Objects.requireNonNull(question.token()),
                Objects.requireNonNull(question.amount()), state));
        if (declined) {
            return question.answered(
                    Outcome.DECLINED, behaviour == Behaviour.DECLINES ? "card-declined" : "unknown-token");
        }
        return question.answered(later ? Outcome.PENDING : Outcome.APPROVED, null);
    }

    private Question capture(Question question, @Nullable Account account, Behaviour behaviour, boolean later) {
        if (account == null || account.state() != State.HELD) {
            return question.answered(Outcome.DECLINED, account != null && account.state() == State.CANCELLED
                    ? ProviderAnswer.Declined.CANCELLED
                    : NOT_HELD);
        }
        MinorAmount amount = Objects.requireNonNull(question.amount());
        if (behaviour == Behaviour.DECLINES_CAPTURE || !amount.equals(account.amount())) {
            return question.answered(Outcome.DECLINED, "capture-declined");
        }
        books.change(later ? account.in(State.CAPTURE_PENDING) : account.capturing(amount.minor()));
        return question.answered(later ? Outcome.PENDING : Outcome.APPROVED, null);
    }

    private Question cancel(Question question, @Nullable Account account) {
        if (account == null) {
            books.open(Account.cancelledInAdvance(question.payment()));
            return question.answered(Outcome.APPROVED, null);
        }
        if (account.state() == State.CAPTURED) {
            return question.answered(Outcome.DECLINED, ProviderAnswer.Declined.CAPTURED);
        }
        books.change(account.in(State.CANCELLED));
        boolean released = account.in(State.HELD, State.CAPTURE_PENDING);
        return question.over(released ? account.amount() : null).answered(Outcome.APPROVED, null);
    }

    private Question refund(Question question, @Nullable Account account, Behaviour behaviour, boolean later) {
        MinorAmount amount = Objects.requireNonNull(question.amount());
        if (account == null
                || account.state() != State.CAPTURED
                || behaviour == Behaviour.DECLINES_REFUND
                || amount.minor() <= 0
                || amount.minor() > account.captured() - account.refunded()
                || !amount.currency().equals(Objects.requireNonNull(account.amount()).currency())) {
            return question.answered(Outcome.DECLINED, "refund-declined");
        }
        books.change(account.refunding(amount.minor()));
        return question.answered(later ? Outcome.PENDING : Outcome.APPROVED, null);
    }

    private void think() {
        if (properties.latency().isZero()) {
            return;
        }
        try {
            Thread.sleep(properties.latency());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while thinking", e);
        }
    }
}
