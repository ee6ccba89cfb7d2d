/** How much is taken in at once: bodies, requests under way, orders held in line. */
@NullMarked
package dev.cleave.platform.web.intake;

import org.jspecify.annotations.NullMarked;
