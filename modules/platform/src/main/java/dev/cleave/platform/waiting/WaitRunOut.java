package dev.cleave.platform.waiting;

/** Says what follows when a wait of one kind runs out. A bean of the context whose wait it is. */
public interface WaitRunOut {

    /** The kind of wait; unique within the context. */
    String kind();

    /** The command to send. The aggregate takes it calmly if the wait ended otherwise meanwhile. */
    Object command(String subject);
}
