/** Work that is done again and again while the application runs. */
@NullMarked
package dev.cleave.platform.repeated;

import org.jspecify.annotations.NullMarked;
