package dev.cleave.deployment;

/**
 * What is wrong with a deployment profile, and what mends it.
 *
 * @param file the profile's file
 * @param line counted from 1; 0 if the fault has no place in the file
 * @param column counted from 1; 0 likewise
 * @param message one sentence that says what is wrong
 * @param remedy one sentence that says what to do
 */
public record Fault(String file, int line, int column, String message, String remedy) {

    /** {@code file:line:column: message remedy}, as editors and terminals make links of. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + message + " " + remedy;
    }
}
