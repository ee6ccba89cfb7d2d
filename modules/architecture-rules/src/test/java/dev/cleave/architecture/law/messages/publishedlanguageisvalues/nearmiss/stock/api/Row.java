package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

import dev.cleave.architecture.law.words.FailureCode;

public enum Row implements FailureCode {
    TOP("top"),
    BOTTOM("bottom");

    private final String code;

    Row(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
