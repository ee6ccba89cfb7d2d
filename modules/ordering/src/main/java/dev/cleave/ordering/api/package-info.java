/** The published language of ordering: the only types of it that another context may see. */
@NullMarked
package dev.cleave.ordering.api;

import org.jspecify.annotations.NullMarked;
