/** Whether a context could be run apart from the others: questions, answers, and what they rest on. */
@NullMarked
package dev.cleave.architecture.readiness;

import org.jspecify.annotations.NullMarked;
