package dev.cleave.payment.port;

/**
 * A payment provider, as payment needs it. An adapter exists per provider; each must pass {@code PaymentProviderContract}.
 *
 * <ul>
 *   <li>Every question carries our {@link Reference}. The same question under the same reference takes effect at most once,
 *       however often and from however many processes at once it is asked, and is answered as the first time.
 *   <li>An answer is a value. What the adapter can't make out is {@link ProviderAnswer.Unknown}, and so is any exception; the
 *       caller then looks the reference up, and asks again under the same one.
 *   <li>A provider may take its time: {@link ProviderAnswer.Pending}, and a {@link ProviderReport} later.
 *   <li>A call ends by itself within a few seconds; the caller does not wait longer.
 * </ul>
 */
public interface PaymentProvider {

    /** Sets an amount aside. Declined with {@code cancelled} once the payment's cancellation was approved. */
    ProviderAnswer authorise(Reference reference, MinorAmount amount, String token);

    /** Charges what was set aside, at most once per payment. Declined if nothing is set aside any more. */
    ProviderAnswer capture(Reference reference, MinorAmount amount);

    /**
     * Gives up what is set aside; approved also for a payment that the provider has never heard of. Once approved nothing is
     * and nothing can be charged: an authorisation of the same payment that arrives later is declined. Declined with
     * {@code captured} if the amount is charged already.
     */
    ProviderAnswer cancel(Reference reference);

    /** Pays a part of what was charged back; all refunds together never exceed it. */
    ProviderAnswer refund(Reference reference, MinorAmount amount);

    /** What became of the question under a reference; changes nothing. */
    ProviderAnswer lookup(Reference reference);
}
