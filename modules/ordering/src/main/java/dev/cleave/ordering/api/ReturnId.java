package dev.cleave.ordering.api;

import dev.cleave.platform.message.Identifier;

/**
 * A return of lines of one order, unique within it: the caller's own reference, or one given out. At most 36 characters. What the
 * system itself pays back has a number of its own form, which begins with {@code ~}.
 */
public record ReturnId(String value) implements Identifier {

    public ReturnId {
        Identifier.checkedOrSystems(value, "A return");
        if (value.length() > 36) {
            throw new IllegalArgumentException("A return must have at most 36 characters");
        }
    }

    @Override
    public String toString() {
        return "return:" + value;
    }
}
