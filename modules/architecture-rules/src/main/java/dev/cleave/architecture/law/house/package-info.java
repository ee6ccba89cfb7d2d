/** The law: How the code of a context is laid out. */
@NullMarked
package dev.cleave.architecture.law.house;

import org.jspecify.annotations.NullMarked;
