package dev.cleave.architecture.rule;

/** A rule with what is said of it; what it looks at is left to be written. */
public abstract class StatedRule implements Rule {

    private final String id;
    private final String law;
    private final String sentence;
    private final String reason;

    protected StatedRule(String id, String law, String sentence, String reason) {
        this.id = id;
        this.law = law;
        this.sentence = sentence;
        this.reason = reason;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String law() {
        return law;
    }

    @Override
    public final String sentence() {
        return sentence;
    }

    @Override
    public final String reason() {
        return reason;
    }

    @Override
    public final String toString() {
        return id;
    }
}
