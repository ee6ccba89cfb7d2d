package dev.cleave.platform.web;

import java.io.IOException;

/** More arrived of a body than is taken. */
final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The body is larger than cleave.web.max-body-size");
    }
}
