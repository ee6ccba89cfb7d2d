/** What is told of a message on its way: which trace it belongs to, and what its log lines have in common. */
@NullMarked
package dev.cleave.platform.telemetry;

import org.jspecify.annotations.NullMarked;
