package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.web.idempotency.IdempotentRequests.StoredAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Goes through the answers of one context page by page. */
public final class ContextStoredAnswers implements StoredAnswers {

    private static final int PAGE = 500;

    private final Supplier<IdempotentRequests> requests;

    public ContextStoredAnswers(Supplier<IdempotentRequests> requests) {
        this.requests = requests;
    }

    @Override
    public int erase(String mention) {
        IdempotentRequests kept = requests.get();
        int erased = 0;
        String after = "";
        List<String> page;
        do {
            page = kept.answered(after, PAGE);
            for (String request : page) {
                if (kept.answerOf(request).filter(answer -> mentions(answer, mention)).isPresent()) {
                    kept.blank(request);
                    erased++;
                }
                after = request;
            }
        } while (page.size() == PAGE);
        return erased;
    }

    private static boolean mentions(StoredAnswer answer, String mention) {
        return new String(answer.body(), StandardCharsets.UTF_8).contains(mention)
                || answer.location() != null && answer.location().contains(mention);
    }
}
