package dev.cleave.architecture.sample.lending.reminder.steps;

public record RemindReader(String loan, String words) {

    public static Builder builder() {
        return new Builder();
    }

    /** Makes it in steps. */
    public static class Builder {

        private String loan = "";

        /** Of which loan. */
        public Builder loan(String value) {
            loan = value;
            return this;
        }

        /** The command. */
        public RemindReader build() {
            return new RemindReader(loan, "please");
        }
    }
}
