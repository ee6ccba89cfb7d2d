/** The shop as who calls it sees it, and as its raw events tell it: orders that are placed, and what must hold of them in the end. */
@NullMarked
package dev.cleave.bootstrap.proof.shop;

import org.jspecify.annotations.NullMarked;
