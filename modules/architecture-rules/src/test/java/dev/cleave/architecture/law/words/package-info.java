/** The words that the counterexamples' house has for the parts of a context, as any project may have its own. */
@NullMarked
package dev.cleave.architecture.law.words;

import org.jspecify.annotations.NullMarked;
