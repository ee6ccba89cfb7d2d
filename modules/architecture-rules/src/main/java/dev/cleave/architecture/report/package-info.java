/** The report: one model with a published form, from which every page, diagram and file is derived. */
@NullMarked
package dev.cleave.architecture.report;

import org.jspecify.annotations.NullMarked;
