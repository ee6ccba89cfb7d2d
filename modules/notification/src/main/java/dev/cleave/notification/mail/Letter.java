package dev.cleave.notification.mail;

/**
 * A mail as it goes out. Name and subject are one line, without control characters.
 *
 * @param email as it was given; none at all, where it is from before addresses were checked
 */
record Letter(String name, String email, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[withheld]";
    }
}
