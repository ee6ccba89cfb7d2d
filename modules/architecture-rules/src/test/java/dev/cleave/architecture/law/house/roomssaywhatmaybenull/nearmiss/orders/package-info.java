/** Orders. */
@org.jspecify.annotations.NullMarked
package dev.cleave.architecture.law.house.roomssaywhatmaybenull.nearmiss.orders;
