package dev.cleave.architecture.sample.lending.api;

import dev.cleave.architecture.law.words.FailureCode;

/** Why lending refuses. */
public enum LendingFailure implements FailureCode {
    /** The book is out. */
    OUT("book.out"),
    /** Nobody has it. */
    NOT_LENT("not-lent"),
    TOO_LONG("too-long");

    private final String code;

    LendingFailure(String code) {
        this.code = code;
    }

    /** As callers see it. */
    public String code() {
        return code;
    }
}
