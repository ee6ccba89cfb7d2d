/** The law: Events are readable forever. */
@NullMarked
package dev.cleave.architecture.law.history;

import org.jspecify.annotations.NullMarked;
