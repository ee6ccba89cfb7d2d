/** Tells more of the architecture report in the program: what a run's figures and deployments that the build did not know make of it. */
@NullMarked
package dev.cleave.deployment.report;

import org.jspecify.annotations.NullMarked;
