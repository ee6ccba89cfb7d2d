/** Takes orders. */
@Deprecated
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.nearmiss.orders.desk;
