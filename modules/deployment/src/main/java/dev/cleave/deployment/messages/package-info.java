/** Which messages there are, who sends them and who handles them: read from the code when the program is built. */
@NullMarked
package dev.cleave.deployment.messages;

import org.jspecify.annotations.NullMarked;
