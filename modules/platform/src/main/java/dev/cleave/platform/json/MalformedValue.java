package dev.cleave.platform.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value that is no identifier, no money. Its {@link #getOriginalMessage() message} is fit for the caller's eyes. */
public final class MalformedValue extends MismatchedInputException {

    MalformedValue(@Nullable JsonParser parser, String message, Class<?> type) {
        super(parser, message, type);
    }
}
