/** The published language of catalog: the only types of it that another context may see. */
@NullMarked
package dev.cleave.catalog.api;

import org.jspecify.annotations.NullMarked;
