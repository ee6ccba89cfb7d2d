/** What inventory knows of products: that they were listed, and whether they are still for sale. */
@NullMarked
package dev.cleave.inventory.product;

import org.jspecify.annotations.NullMarked;
