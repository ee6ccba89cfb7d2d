/** What stands before every port: who calls, by which name, and what is kept to this machine. */
@NullMarked
package dev.cleave.platform.web.door;

import org.jspecify.annotations.NullMarked;
