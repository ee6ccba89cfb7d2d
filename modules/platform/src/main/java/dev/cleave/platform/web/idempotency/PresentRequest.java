package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.messaging.CommandIdentities;
import java.util.Optional;
import java.util.UUID;

/**
 * What the request that the present thread answers creates and sends, by name. With an {@code Idempotency-Key} all names follow
 * from the identity that was fixed for the key, counted in the order in which they are asked for.
 */
public final class PresentRequest implements RequestIdentity, CommandIdentities {

    private static final class Names {

        private final String identity;
        private final boolean repeated;
        private int ids;
        private int commands;

        Names(String identity, boolean repeated) {
            this.identity = identity;
            this.repeated = repeated;
        }
    }

    private final ThreadLocal<Names> present = new ThreadLocal<>();

    /**
     * The present thread answers a request with the given identity from now on.
     *
     * @param repeated whether it was worked on before
     */
    void begin(String identity, boolean repeated) {
        present.set(new Names(identity, repeated));
    }

    void end() {
        present.remove();
    }

    @Override
    public String newId() {
        Names names = present.get();
        return names == null
                ? TimeOrderedId.random(System.currentTimeMillis()).toString()
                : derived(names.identity, "id", names.ids++);
    }

    @Override
    public boolean repeatable() {
        return present.get() != null;
    }

    @Override
    public Optional<String> next() {
        Names names = present.get();
        return names == null ? Optional.empty() : Optional.of(derived(names.identity, "command", names.commands++));
    }

    @Override
    public boolean repeated() {
        Names names = present.get();
        return names != null && names.repeated;
    }

    private static String derived(String identity, String what, int number) {
        return TimeOrderedId.named(UUID.fromString(identity), what + ' ' + number).toString();
    }
}
