/** Turns a deployment profile into what Docker Compose and Kubernetes run it from. */
@NullMarked
package dev.cleave.bootstrap.render;

import org.jspecify.annotations.NullMarked;
