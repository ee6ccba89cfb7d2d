package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands in the code.
 *
 * @param member the field, method or constructor it stands in or at, also where it stands in a lambda; null if it stands at the class
 * @param line 0 if the byte code has none
 */
public record Literal(JavaClass in, @Nullable String member, String text, int line) {}
