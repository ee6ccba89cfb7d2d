package dev.cleave.platform.message;

import java.util.Locale;

/**
 * Why a command was refused, as a stable code that callers may rely on. A context publishes its codes as an enum in its
 * {@code api}.
 */
public interface FailureCode {

    /** The constant's name, for example {@code PRODUCT_NOT_YET_KNOWN}. */
    String name();

    /** The code in kebab case, for example {@code product-not-yet-known}; it never changes its meaning. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What sort of refusal it is; decides the HTTP status. */
    FailureKind kind();

    /** Whether the same command may succeed later without anybody changing it. */
    default boolean retryable() {
        return false;
    }
}
