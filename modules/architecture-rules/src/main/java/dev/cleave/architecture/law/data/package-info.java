/** The law: A context has its own data. */
@NullMarked
package dev.cleave.architecture.law.data;

import org.jspecify.annotations.NullMarked;
