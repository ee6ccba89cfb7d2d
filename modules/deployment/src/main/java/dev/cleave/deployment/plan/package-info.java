/** The plan of a deployment: what a profile makes of the program, before anything of it runs. */
@NullMarked
package dev.cleave.deployment.plan;

import org.jspecify.annotations.NullMarked;
