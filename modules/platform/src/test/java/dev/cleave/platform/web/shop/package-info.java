/** A context made up for the tests of the HTTP room. */
@NullMarked
package dev.cleave.platform.web.shop;

import org.jspecify.annotations.NullMarked;
