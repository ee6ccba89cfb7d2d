package dev.cleave.platform.messaging;

import java.util.Optional;

/** The identities of the commands that an HTTP request sends. */
public interface CommandIdentities {

    /** The identity of the present request's next command, if the request has an {@code Idempotency-Key}. */
    Optional<String> next();

    /** Whether the present request was worked on before, without an answer that anybody knows of. */
    default boolean repeated() {
        return false;
    }
}
