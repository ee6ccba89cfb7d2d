/** The law: Every wait ends. */
@NullMarked
package dev.cleave.architecture.law.waits;

import org.jspecify.annotations.NullMarked;
