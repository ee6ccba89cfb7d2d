/** Takes orders. */
@SuppressWarnings("deprecation")
@Deprecated
package dev.cleave.architecture.law.house.roomssaywhattheyarefor.nearmiss.orders.desk;
