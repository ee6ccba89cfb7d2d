package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.nearmiss.stock.api;

public final class Words {

    public static final String REASON = "reason";

    private Words() {}
}
