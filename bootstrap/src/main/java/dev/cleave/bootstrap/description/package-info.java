/** How the system describes its HTTP interface as a whole, whichever contexts a process has. */
@NullMarked
package dev.cleave.bootstrap.description;

import org.jspecify.annotations.NullMarked;
