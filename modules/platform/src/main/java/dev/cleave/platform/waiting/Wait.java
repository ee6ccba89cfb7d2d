package dev.cleave.platform.waiting;

/**
 * A kind of wait of a context: what it is called, and the command that ends it when its time has run out. A context declares its waits
 * as the constants of an enum, so that none can be opened that has no end; what else a wait has, such as its length, the enum adds.
 *
 * <p>A constant is made with its name as the first text; that is what the architecture's report reads.
 */
public interface Wait {

    /** The name under which it is stored, unique within the context. It never changes, whatever becomes of the constant. */
    String kind();

    /**
     * The command to send when it has run out. The aggregate takes it calmly if the wait ended otherwise meanwhile.
     *
     * @param subject of whom or what the answer is awaited, as it was opened with
     */
    Object command(String subject);
}
