package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;

/** What a provider decided about a question. */
@Internal
public enum Verdict {
    /** It is done. */
    APPROVED,
    /** It is not done. */
    DECLINED,
    /** It was done, and the provider has undone it since; under this reference it never will be done again. */
    UNDONE
}
