/** Orders. */
@org.jspecify.annotations.NullMarked
package dev.cleave.architecture.counterexamples.roomssaywhatmaybenull.nearmiss.orders;
