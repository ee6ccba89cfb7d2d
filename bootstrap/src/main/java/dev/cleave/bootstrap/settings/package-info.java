/** Knows the program's own settings, and refuses to start with one that is none. */
@NullMarked
package dev.cleave.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
