package dev.cleave.architecture.model;

import java.util.List;

/**
 * That code of one context needs types of another to compile.
 *
 * @param from the name of the context that needs
 * @param to the name of the context that is needed
 * @param types the full names of the types needed
 * @param uses how many places name them
 * @param example one of those places
 */
public record CodeDependency(String from, String to, List<String> types, int uses, Location example) {}
