/** What rules see: the compiled code of a system, its sources and conventions, and the model that is read out of them. */
@NullMarked
package dev.cleave.architecture.code;

import org.jspecify.annotations.NullMarked;
