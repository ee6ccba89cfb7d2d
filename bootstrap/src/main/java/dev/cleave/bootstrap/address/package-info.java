/** Where a running system answers, as the commands that talk to one are told it. */
@NullMarked
package dev.cleave.bootstrap.address;

import org.jspecify.annotations.NullMarked;
