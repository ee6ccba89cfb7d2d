package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import dev.cleave.architecture.bytecode.Literal;
import dev.cleave.architecture.bytecode.Mentions;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.source.Documentation;
import dev.cleave.architecture.source.Sources;
import dev.cleave.architecture.uses.CallGraph;
import dev.cleave.architecture.uses.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of a system, ready to be looked at: its classes, the contexts they belong to, the files they were written in, and the model of
 * messages that was read out of them.
 */
public final class SystemCode {

    private final Conventions conventions;
    private final JavaClasses classes;
    private final List<ContextCode> contexts;
    private final Sources sources;
    private @Nullable SystemModel model;
    private @Nullable Documentation documentation;
    private @Nullable CallGraph calls;
    private @Nullable Handlings handlings;
    private @Nullable Parts parts;

    SystemCode(Conventions conventions, JavaClasses classes, List<ContextCode> contexts, Sources sources) {
        this.conventions = conventions;
        this.classes = classes;
        this.contexts = List.copyOf(contexts);
        this.sources = sources;
    }

    /** The conventions it is written in. */
    public Conventions conventions() {
        return conventions;
    }

    /** All classes of the system, test code not among them. */
    public JavaClasses classes() {
        return classes;
    }

    /** The contexts, by name. */
    public List<ContextCode> contexts() {
        return contexts;
    }

    /** The context that a class belongs to. */
    public Optional<ContextCode> contextOf(JavaClass type) {
        return contexts.stream().filter(context -> context.contains(type)).findFirst();
    }

    /** The context that a class of this name belongs to; empty if there is no such class. */
    public Optional<ContextCode> contextOf(String type) {
        return classes.contain(type) ? contextOf(classes.get(type)) : Optional.empty();
    }

    /** Whether a class belongs to the published language of some context. */
    public boolean isPublished(JavaClass type) {
        return contexts.stream().anyMatch(context -> context.publishes(type));
    }

    /** Whether a type belongs to the messages of some context, for others or for itself. */
    public boolean isSpoken(JavaClass type) {
        return contexts.stream().anyMatch(context -> context.speaks(type));
    }

    /** All types of messages, for others or for the context itself. */
    public Stream<JavaClass> spokenTypes() {
        return contextClasses().filter(this::isSpoken);
    }

    /** All classes that belong to some context. */
    public Stream<JavaClass> contextClasses() {
        return contexts.stream().flatMap(context -> context.classes().stream());
    }

    /** All classes by the context, or else by the package right below the base package, that they belong to. */
    public SortedMap<String, List<JavaClass>> areas() {
        return classes.stream()
                .sorted(Comparator.comparing(JavaClass::getName))
                .collect(Collectors.groupingBy(this::areaOf, TreeMap::new, Collectors.toList()));
    }

    /** The name of that context or package. */
    public String areaOf(JavaClass type) {
        return contextOf(type).map(ContextCode::basePackage).orElseGet(() -> {
            int end = type.getPackageName().indexOf('.', conventions.basePackage().length() + 1);
            return end < 0 ? type.getPackageName() : type.getPackageName().substring(0, end);
        });
    }

    /** The files it was written in. */
    public Sources sources() {
        return sources;
    }

    /** Where a class is. */
    public Location at(JavaClass type) {
        return sources.locate(type, null, 0);
    }

    /** Where code is called, or a field is read or assigned. */
    public Location at(JavaAccess<?> access) {
        return sources.locate(access.getOriginOwner(), access.getOrigin().getName(), access.getLineNumber());
    }

    /** Where a field, a method or a constructor is declared. */
    public Location at(JavaMember member) {
        int line = member instanceof JavaCodeUnit ? member.getSourceCodeLocation().getLineNumber() : 0;
        return line > 0
                ? sources.locateDeclaration(member.getOwner(), member.getName(), line)
                : sources.locate(member.getOwner(), member.getName(), 0);
    }

    /** Where a use is. */
    public Location at(Use use) {
        return use.isInSignature() && use.line() > 0
                ? sources.locateDeclaration(use.from(), String.valueOf(use.member()), use.line())
                : sources.locate(use.from(), use.member(), use.line());
    }

    /** What the sources say beyond the code, read once. */
    synchronized Documentation documentation() {
        if (documentation == null) {
            documentation = Documentation.in(sources.filesOf(classes));
        }
        return documentation;
    }

    /** Which of its code calls which, read once. */
    public synchronized CallGraph calls() {
        if (calls == null) {
            calls = new CallGraph(classes);
        }
        return calls;
    }

    /** What handles messages in the contexts, read once. */
    synchronized Handlings handlings() {
        if (handlings == null) {
            handlings = new Handlings(this);
        }
        return handlings;
    }

    /** Which part each of its classes plays, read once. */
    public synchronized Parts parts() {
        if (parts == null) {
            parts = new Parts(this, handlings());
        }
        return parts;
    }

    /** Where a text is. */
    public Location at(Literal literal) {
        return sources.locate(literal.in(), literal.member(), literal.line());
    }

    /** Where a class mentions another. */
    public Location at(Mentions mentions) {
        return sources.locate(mentions.from(), mentions.member(), mentions.line());
    }

    /** The model of the system, read once. */
    public synchronized SystemModel model() {
        if (model == null) {
            model = new ModelReader(this).read();
        }
        return model;
    }
}
