/** What holds in any system of bounded contexts on Axon and Spring, checked on its compiled code, and the report of it. */
@NullMarked
package dev.cleave.architecture;

import org.jspecify.annotations.NullMarked;
