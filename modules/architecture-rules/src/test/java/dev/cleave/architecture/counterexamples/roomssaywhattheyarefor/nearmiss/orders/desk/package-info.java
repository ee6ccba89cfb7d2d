/** Takes orders. */
@SuppressWarnings("deprecation")
@Deprecated
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.nearmiss.orders.desk;
