package dev.cleave.architecture.source;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What only source code says: the first sentence of what it documents, and the texts that constants are made with. Source files are parsed by
 * the JDK's own compiler and not compiled; without a compiler, and for what has no source, nothing is known.
 */
public final class Documentation {

    /**
     * An enum's constant.
     *
     * @param texts the texts it is made with
     */
    public record Constant(@Nullable String summary, List<String> texts) {}

    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<String, Constant>> constants = new HashMap<>();

    private Documentation() {}

    /** What the source files given say. */
    public static Documentation in(Collection<Path> files) {
        Documentation documentation = new Documentation();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || files.isEmpty()) {
            return documentation;
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(problem -> {}, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, problem -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                documentation.new Scanner(trees, unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documentation;
    }

    /** The first sentence of a class's documentation. */
    public Optional<String> summary(JavaClass type) {
        return Optional.ofNullable(types.get(type.getName()));
    }

    /** The first sentence of a package's documentation. */
    public Optional<String> summary(String packageName) {
        return Optional.ofNullable(packages.get(packageName));
    }

    public Optional<Constant> constant(JavaClass type, String name) {
        return Optional.ofNullable(constants.getOrDefault(type.getName(), Map.of()).get(name));
    }

    private final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final String prefix;
        private String enclosing = "";

        Scanner(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
            this.prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        }

        @Override
        public Void visitPackage(PackageTree tree, Void nothing) {
            String said = summary();
            if (said != null) {
                packages.put(tree.getPackageName().toString(), said);
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = enclosing;
            enclosing = outer.isEmpty() ? prefix + tree.getSimpleName() : outer + "$" + tree.getSimpleName();
            String said = summary();
            if (said != null) {
                types.put(enclosing, said);
            }
            super.visitClass(tree, null);
            enclosing = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            boolean inEnum = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM;
            if (inEnum && tree.getInitializer() instanceof NewClassTree made) {
                List<String> texts = made.getArguments().stream()
                        .filter(argument -> argument.getKind() == Tree.Kind.STRING_LITERAL)
                        .map(argument -> String.valueOf(((LiteralTree) argument).getValue()))
                        .toList();
                constants.computeIfAbsent(enclosing, any -> new HashMap<>())
                        .put(tree.getName().toString(), new Constant(summary(), texts));
            }
            return null;
        }

        private @Nullable String summary() {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null) {
                return null;
            }
            String sentence = text(comment.getFirstSentence()).replaceAll("\\s+", " ").strip();
            return sentence.isEmpty() ? null : sentence;
        }

        private String text(List<? extends DocTree> trees) {
            return trees.stream().map(this::text).collect(Collectors.joining());
        }

        private String text(DocTree tree) {
            return switch (tree) {
                case TextTree text -> text.getBody();
                case com.sun.source.doctree.LiteralTree literal -> literal.getBody().getBody();
                case LinkTree link -> link.getLabel().isEmpty() ? shown(link.getReference()) : text(link.getLabel());
                case ValueTree value -> value.getReference() == null ? "" : shown(value.getReference());
                case EntityTree entity -> String.valueOf(trees.getCharacters(entity));
                default -> switch (tree.getKind()) {
                    case START_ELEMENT, END_ELEMENT -> "";
                    default -> tree.toString();
                };
            };
        }

        /** What is referred to, without packages and parameters. */
        private String shown(ReferenceTree reference) {
            return reference.getSignature()
                    .replaceAll("\\(.*", "")
                    .replaceAll("(\\b[a-z]\\w*\\.)+(?=[A-Z])", "")
                    .replaceAll("^#", "")
                    .replace('#', '.');
        }
    }
}
