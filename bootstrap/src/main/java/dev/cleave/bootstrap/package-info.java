/** The one program: its command line and the process that holds a unit's contexts. */
@NullMarked
package dev.cleave.bootstrap;

import org.jspecify.annotations.NullMarked;
