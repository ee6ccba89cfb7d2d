package dev.cleave.architecture.sample.lending.loan;

import dev.cleave.architecture.sample.lending.api.LendBook;
import dev.cleave.architecture.sample.lending.api.LendingFailure;

final class Terms {

    private Terms() {}

    static void check(LendBook command) {
        if (command.days() > LendBook.LONGEST) {
            throw new IllegalArgumentException(LendingFailure.TOO_LONG.code());
        }
    }
}
