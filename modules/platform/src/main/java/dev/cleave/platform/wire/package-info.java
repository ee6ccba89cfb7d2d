/** What a cut needs: commands and events travel over Axon Server, which keeps the events too. */
@NullMarked
package dev.cleave.platform.wire;

import org.jspecify.annotations.NullMarked;
