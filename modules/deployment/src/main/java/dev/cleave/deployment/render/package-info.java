/** Turns a deployment profile into what Docker Compose and Kubernetes run it from. */
@NullMarked
package dev.cleave.deployment.render;

import org.jspecify.annotations.NullMarked;
