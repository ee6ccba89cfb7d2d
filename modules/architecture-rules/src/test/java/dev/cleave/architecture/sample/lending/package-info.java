/**
 * Who has which {@link dev.cleave.architecture.sample.catalogue book}, and until &lt;when&gt;. The second sentence is not
 * needed.
 */
@NullMarked
package dev.cleave.architecture.sample.lending;

import org.jspecify.annotations.NullMarked;
