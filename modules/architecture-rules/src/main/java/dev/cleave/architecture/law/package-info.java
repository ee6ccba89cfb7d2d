/** The laws that hold in any system of bounded contexts, a package for each with its rules. */
@NullMarked
package dev.cleave.architecture.law;

import org.jspecify.annotations.NullMarked;
