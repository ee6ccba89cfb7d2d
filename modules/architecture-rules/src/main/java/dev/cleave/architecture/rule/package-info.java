/** Rules: sentences about a system, with their reason, that are either kept or broken at places that can be named. */
@NullMarked
package dev.cleave.architecture.rule;

import org.jspecify.annotations.NullMarked;
