package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

public final class Words {

    public static final String REASON = "reason";

    private Words() {}
}
