/** The forms that the report is given in: for people, for build servers, for tools that draw, for those who send and receive. */
@NullMarked
package dev.cleave.architecture.form;

import org.jspecify.annotations.NullMarked;
