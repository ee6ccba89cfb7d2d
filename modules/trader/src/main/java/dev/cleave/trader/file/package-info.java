/**
 * Reads other people's files of orders: line by line, whatever wrote them. What can be traded is in {@link
 * dev.cleave.trader.file.OrderFile}; every other line is counted there with the reason.
 */
@NullMarked
package dev.cleave.trader.file;

import org.jspecify.annotations.NullMarked;
