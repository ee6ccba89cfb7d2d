/** What has changed since an earlier report, and whether what was stored since can still be read. */
@NullMarked
package dev.cleave.architecture.change;

import org.jspecify.annotations.NullMarked;
