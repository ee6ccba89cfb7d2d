package dev.cleave.platform.waiting;

/**
 * A kind of wait of a context: its stored name, and the command that ends it when its time has run out. A context declares its waits as the
 * constants of an enum, so a view cannot open a wait that has no end. The enum adds what else a wait has, such as its length.
 *
 * <p>Make a constant with its name as the first text: there the architecture report reads it.
 */
public interface Wait {

    /** The name under which it is stored, unique within the context. It never changes, whatever becomes of the constant. */
    String kind();

    /**
     * The command to send when it has run out. The aggregate must expect it after the wait has ended otherwise, too.
     *
     * @param subject what it was opened for, such as an order's number
     */
    Object command(String subject);
}
