package dev.cleave.notification.mail;

/**
 * A mail as it goes out. Each but the text is one line, without control characters.
 *
 * @param email one plain address
 */
record Letter(String name, String email, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[withheld]";
    }
}
