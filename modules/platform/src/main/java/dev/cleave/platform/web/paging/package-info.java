/** Lists by the page: cursors, limits and the sequence. */
@NullMarked
package dev.cleave.platform.web.paging;

import org.jspecify.annotations.NullMarked;
