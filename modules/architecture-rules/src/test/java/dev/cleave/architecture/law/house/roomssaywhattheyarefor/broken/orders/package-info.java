/** Orders. */
package dev.cleave.architecture.law.house.roomssaywhattheyarefor.broken.orders;
