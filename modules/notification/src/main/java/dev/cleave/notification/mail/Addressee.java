package dev.cleave.notification.mail;

/** Whom a mail goes to, as the caller gave it. */
record Addressee(String name, String email) {

    @Override
    public String toString() {
        return "Addressee[withheld]";
    }
}
