package dev.cleave.notification.mail;

/** What came of handing a mail to the mail server. Reasons are words and numbers; a server's own text may name the address. */
sealed interface Delivery {

    /** The server took it. */
    record Taken() implements Delivery {}

    /** The server certainly did not take it, and may later. */
    record NotYet(String reason) implements Delivery {}

    /** The server never takes it. */
    record Refused(String reason) implements Delivery {}

    /** Nobody knows. */
    record Unknown() implements Delivery {}
}
