/**
 * The vocabulary that every context's published language is written in: identifiers, steps of a process, failure codes.
 * It knows no framework beyond annotations, so that an {@code api} package stays plain.
 */
@NullMarked
package dev.cleave.platform.message;

import org.jspecify.annotations.NullMarked;
