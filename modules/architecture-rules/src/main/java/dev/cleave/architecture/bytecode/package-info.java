/** What class files tell beyond who uses what: texts, fields, ways through a method, and what it computes. */
@NullMarked
package dev.cleave.architecture.bytecode;

import org.jspecify.annotations.NullMarked;
