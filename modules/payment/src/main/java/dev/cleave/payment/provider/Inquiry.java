package dev.cleave.payment.provider;

import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.ProviderAnswer.Approved;
import dev.cleave.payment.port.ProviderAnswer.Declined;
import dev.cleave.payment.port.ProviderAnswer.NeverHeard;
import dev.cleave.payment.port.ProviderAnswer.Pending;
import dev.cleave.payment.port.ProviderAnswer.Undone;
import dev.cleave.payment.port.ProviderAnswer.Unknown;
import dev.cleave.payment.port.Reference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Puts one question to the provider, within bounds, until it is decided or only time can tell. */
@Component
class Inquiry {

    private static final Logger log = LoggerFactory.getLogger(Inquiry.class);

    private final PaymentProvider provider;
    private final ProviderProperties properties;
    private final Executor calls;
    private final LongSupplier nanoTime;

    @Autowired
    Inquiry(PaymentProvider provider, ProviderProperties properties) {
        this(provider, properties, Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("payment-provider-", 0).factory()), System::nanoTime);
    }

    /** @param calls runs the calls, so that nobody waits for one longer than its time */
    Inquiry(PaymentProvider provider, ProviderProperties properties, Executor calls, LongSupplier nanoTime) {
        this.provider = provider;
        this.properties = properties;
        this.calls = calls;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks, and where the outcome stays unknown looks the reference up and asks again under it.
     *
     * @param asked whether the question was put before
     * @return approved, declined or undone; empty if it is still open
     */
    Optional<ProviderAnswer> decide(Reference reference, boolean asked, Supplier<ProviderAnswer> question) {
        long end = nanoTime.getAsLong() + properties.longestCall().toNanos();
        for (int attempt = 1;; attempt++) {
            ProviderAnswer answer = asked || attempt > 1
                    ? within(end, reference, () -> provider.lookup(reference))
                    : ProviderAnswer.NEVER_HEARD;
            if (answer instanceof NeverHeard) {
                answer = within(end, reference, question);
            }
            switch (answer) {
                case Approved approved -> {
                    return Optional.of(approved);
                }
                case Declined declined -> {
                    return Optional.of(declined);
                }
                case Undone undone -> {
                    return Optional.of(undone);
                }
                case Pending _ -> {
                    return Optional.empty();
                }
                case Unknown _,NeverHeard _ -> {
                    if (attempt >= properties.attempts() || !rest(end)) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    private ProviderAnswer within(long end, Reference reference, Supplier<ProviderAnswer> call) {
        long left = Math.min(end - nanoTime.getAsLong(), properties.callTimeout().toNanos());
        if (left <= 0) {
            return ProviderAnswer.UNKNOWN;
        }
        try {
            // A call that takes longer runs on, and may take effect: that is what looking up is for.
            return CompletableFuture.supplyAsync(call, calls).get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            log.warn("The payment provider did not answer in time about {}", reference);
        } catch (ExecutionException e) {
            log.warn("The payment provider could not be asked about {}: {}", reference, e.getCause().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the payment provider was asked about " + reference, e);
        }
        return ProviderAnswer.UNKNOWN;
    }

    private boolean rest(long end) {
        Duration pause = properties.pause();
        if (nanoTime.getAsLong() + pause.toNanos() >= end) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two questions to the payment provider", e);
        }
    }
}
