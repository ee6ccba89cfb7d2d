package dev.cleave.trader.file;

import java.io.IOException;

/** A file that can't be read as orders at all; says what to do about it. */
public final class NotAnOrderFile extends IOException {

    NotAnOrderFile(String message) {
        super(message);
    }
}
