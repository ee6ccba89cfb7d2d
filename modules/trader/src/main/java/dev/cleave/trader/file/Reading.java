package dev.cleave.trader.file;

import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param maxOrders after how many orders to stop
 * @param columns which of the file's columns, by name or by position from 1, stands for which of ours
 * @param defaults what a column stands for that the file does not have, or that a line leaves empty, by our name
 */
public record Reading(int maxOrders, Map<String, String> columns, Map<String, String> defaults) {

    /** All orders of a file that has our columns. */
    public static final Reading WHOLE = new Reading(Integer.MAX_VALUE, Map.of(), Map.of());

    public static Reading upTo(int orders) {
        return new Reading(orders, Map.of(), Map.of());
    }
}
