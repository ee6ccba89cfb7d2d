/**
 * For each rule two tiny systems, in packages named after the rule's id without dashes: {@code broken}, in which the rule finds a violation
 * wherever {@link dev.cleave.architecture.counterexamples.Caught} stands, and {@code nearmiss}, in which it finds none although it all but could. Each
 * package directly below those is a context; {@code platform} is what contexts stand on, {@code assembly} what puts them together. What is
 * not a class (migrations, samples) is in the resources {@code counterexamples/<rule>/<broken or nearmiss>}.
 */
@NullMarked
package dev.cleave.architecture.counterexamples;

import org.jspecify.annotations.NullMarked;
