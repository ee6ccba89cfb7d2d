/** Orders. */
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.nearmiss.orders;
