/** What the system promises to who calls it, asked of each placement. */
@NullMarked
package dev.cleave.bootstrap.proof.acceptance;

import org.jspecify.annotations.NullMarked;
