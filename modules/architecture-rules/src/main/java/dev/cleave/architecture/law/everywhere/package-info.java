/** The law: A message looks alike and is handled alike wherever its handler runs. */
@NullMarked
package dev.cleave.architecture.law.everywhere;

import org.jspecify.annotations.NullMarked;
