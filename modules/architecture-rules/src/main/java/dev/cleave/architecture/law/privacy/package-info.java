/** The law: No personal data is in events. */
@NullMarked
package dev.cleave.architecture.law.privacy;

import org.jspecify.annotations.NullMarked;
