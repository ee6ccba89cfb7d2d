package dev.cleave.platform.web.idempotency;

/**
 * The answers that a context keeps of requests with an {@code Idempotency-Key}, until the keys expire. Requests' bodies are not
 * kept.
 *
 * <p>Injected into a context's class, it works on that context's own store.
 */
public interface StoredAnswers {

    /**
     * Erases the answers that mention a person. Of an erased answer the status stays, so that the request, sent again, has no
     * second effect.
     *
     * @param mention what gives the answer away: an identifier, a name
     * @return how many answers were erased
     */
    int erase(String mention);
}
