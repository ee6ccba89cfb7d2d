/** How values look as JSON, the same in messages and in HTTP: identifiers, money, and how strictly both are read. */
@NullMarked
package dev.cleave.platform.json;

import org.jspecify.annotations.NullMarked;
