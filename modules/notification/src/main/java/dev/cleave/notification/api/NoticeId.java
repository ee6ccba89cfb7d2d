package dev.cleave.notification.api;

import dev.cleave.platform.message.Identifier;

/** A notice: one occasion of one order. */
public record NoticeId(String value) implements Identifier {

    public NoticeId {
        Identifier.checked(value, "A notice");
    }

    @Override
    public String toString() {
        return "notice:" + value;
    }
}
