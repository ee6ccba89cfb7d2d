package dev.cleave.architecture.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bounded context.
 *
 * @param basePackage the package that it and everything of it is in
 * @param publishedPackage the package of its published language
 * @param purpose the first sentence that its package says about it; null if it says none
 * @param rooms its packages
 * @param aggregates the full names of its aggregates
 * @param processors its event processors
 * @param store where it keeps its data
 * @param furtherStores those that it opens besides
 * @param failures the codes that it publishes
 * @param paths the HTTP paths it answers
 */
public record ContextModel(
        String name,
        String basePackage,
        String publishedPackage,
        @Nullable String purpose,
        List<Room> rooms,
        List<String> aggregates,
        List<Processor> processors,
        Store store,
        List<Store> furtherStores,
        List<FailureCode> failures,
        List<String> paths) {

    /**
     * A package of a context.
     *
     * @param name below the context's base package; empty for that itself
     * @param purpose null if it says none
     * @param types how many classes it holds, nested ones apart
     * @param visible how many of them another package can see
     */
    public record Room(String name, @Nullable String purpose, int types, int visible) {}

    /**
     * An event processor.
     *
     * @param name the processing group
     * @param deadLetters whether events it can't handle are put aside and kept; null if the code does not say
     * @param types the full names of the classes in it
     */
    public record Processor(String name, Message.Role role, @Nullable Boolean deadLetters, List<String> types) {}

    /**
     * The store of a context.
     *
     * @param name null if it is not known to have one
     * @param tables those that its migrations make, views among them, and those that its entities are mapped to
     * @param platformTables those that the ground it stands on makes in it: tokens, dead letters
     * @param migrations the files, relative to the project's root
     */
    public record Store(@Nullable String name, List<String> tables, List<String> platformTables, List<String> migrations) {}

    /**
     * A failure code.
     *
     * @param code as callers see it; the name of the constant where it can't be read from the code
     * @param constant full name of the enum and the constant, {@code a.b.Failure.CODE}
     */
    public record FailureCode(String code, String constant, @Nullable String summary) {}

    /** The full name of one of its packages. */
    public String packageOf(Room room) {
        return room.name().isEmpty() ? basePackage : basePackage + "." + room.name();
    }

    /** Its store and those that it opens besides. */
    public List<Store> stores() {
        return Stream.concat(Stream.of(store), furtherStores.stream()).toList();
    }
}
