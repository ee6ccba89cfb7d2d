/** Orders. */
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.broken.orders;
