package dev.cleave.architecture.source;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a source file what byte code has no line for: the declarations of classes and fields. */
final class Declarations {

    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|//|/\\*).*");

    private final List<String> lines;

    private Declarations(List<String> lines) {
        this.lines = lines;
    }

    static Declarations in(List<String> lines) {
        return new Declarations(lines);
    }

    /** The line, counted from 1, of a class or of its member; that of the class where the member is not found; 0 if neither is. */
    int lineOf(JavaClass type, @Nullable String member) {
        int line = lineOf(type);
        if (member == null) {
            return line;
        }
        int found = next(Pattern.compile("\\b" + Pattern.quote(named(type, member)) + "\\b\\s*[;=,)(].*"), line);
        return found > 0 ? found : line;
    }

    /** The line in which a method is declared whose first statement stands in the line given. */
    int lineAbove(JavaClass type, String member, int firstStatement) {
        Pattern declaration = Pattern.compile("\\b" + Pattern.quote(named(type, member)) + "\\s*\\(");
        int first = Math.max(lineOf(type), 1);
        for (int line = Math.min(firstStatement, lines.size()); line >= first; line--) {
            if (matches(declaration, line)) {
                return line;
            }
        }
        return firstStatement;
    }

    private int lineOf(JavaClass type) {
        if (type.getSimpleName().equals("package-info")) {
            return next(Pattern.compile("^package\\b"), 1);
        }
        Optional<JavaClass> outer = type.getEnclosingClass();
        int from = outer.map(this::lineOf).orElse(1);
        if (type.getSimpleName().isEmpty()) {
            return from;
        }
        String name = Pattern.quote(type.getSimpleName());
        int found = next(Pattern.compile("\\b(class|interface|record|enum)\\s+" + name + "\\b"), Math.max(from, 1));
        return found > 0 ? found : outer.isPresent() ? from : 0;
    }

    private static String named(JavaClass type, String member) {
        return member.equals("<init>") ? type.getSimpleName() : member;
    }

    private int next(Pattern pattern, int from) {
        for (int line = Math.max(from, 1); line <= lines.size(); line++) {
            if (matches(pattern, line)) {
                return line;
            }
        }
        return 0;
    }

    private boolean matches(Pattern pattern, int line) {
        String text = lines.get(line - 1);
        return pattern.matcher(text).find() && !COMMENT.matcher(text).matches();
    }
}
