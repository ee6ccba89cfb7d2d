package dev.cleave.payment.charge.steps;

/** What a provider decided about a question. */
public enum Verdict {
    /** It is done. */
    APPROVED,
    /** It is not done. */
    DECLINED,
    /** It was done, and the provider has undone it since; under this reference it never will be done again. */
    UNDONE
}
