package dev.cleave.architecture.code;

import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In which conventions a system is written: where its contexts are, and by what a policy, a gateway or a published message is known. Starts
 * with what Axon and Spring give; a project adds its own. All types and packages are given by their full names, so that none need be on the
 * class path. What has been told is given back by the methods without parameters.
 */
public final class Conventions {

    private final String system;
    private final String basePackage;
    private @Nullable String contextMarker;
    private @Nullable String furtherStores;
    private final Set<String> foundations = new TreeSet<>();
    private final Set<String> assemblies = new TreeSet<>();
    private final Set<String> placement = new TreeSet<>();
    private final Set<String> placementSettings = new TreeSet<>();
    private String publishedPackage = "api";
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private boolean processorsNamedByContext;
    private @Nullable Boolean deadLettersKept;
    private String stepsPackage = "steps";
    private UnaryOperator<String> storedNames = UnaryOperator.identity();
    private @Nullable String waitType;
    private @Nullable String waits;
    private @Nullable String failureCodeType;
    private @Nullable String identifierType;
    private final Set<String> commandSenders = new TreeSet<>();
    private final List<String> vocabulary = new ArrayList<>();
    private final Set<String> personalData = new TreeSet<>();
    private final List<String> transports = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private final Map<String, String> migrationPlaceholders = new LinkedHashMap<>();
    private final SortedMap<String, String> standIns = new TreeMap<>();

    private Conventions(String system, String basePackage) {
        this.system = system;
        this.basePackage = basePackage;
        commandSenders.addAll(List.of(
                "org.axonframework.commandhandling.gateway.CommandGateway",
                "org.axonframework.commandhandling.CommandBus",
                "org.axonframework.extensions.reactor.commandhandling.gateway.ReactorCommandGateway"));
        vocabulary.addAll(List.of(
                "java.lang", "java.math", "java.time", "java.util", "org.jspecify.annotations", "jakarta.validation",
                "com.fasterxml.jackson.annotation", "org.axonframework.modelling.command", "org.axonframework.commandhandling",
                "org.axonframework.serialization", "org.joda.money", "javax.money"));
        transports.addAll(List.of(
                "org.axonframework.axonserver", "io.axoniq.axonserver", "io.grpc", "org.springframework.amqp",
                "org.springframework.kafka",
                "org.apache.kafka"));
    }

    /** The conventions of Axon and Spring, for all contexts below one package: each package directly below it is a context. */
    public static Conventions of(String system, String basePackage) {
        return new Conventions(system, basePackage);
    }

    /** Contexts are known by a class with this annotation in their base package; its value is the context's name. */
    public Conventions contextsMarkedBy(String annotation) {
        this.contextMarker = annotation;
        return this;
    }

    /** The property of that annotation that names the stores which a context opens besides its own. */
    public Conventions furtherStoresNamedIn(String property) {
        this.furtherStores = property;
        return this;
    }

    /** What Flyway puts for a placeholder in the migrations, so that H2 can run them. */
    public Conventions migrationPlaceholder(String name, String value) {
        migrationPlaceholders.put(name, value);
        return this;
    }

    /** Packages below the base package that are no contexts but what contexts stand on. */
    public Conventions foundations(String... packages) {
        foundations.addAll(List.of(packages));
        return this;
    }

    /** Packages below the base package that are no contexts but put them together: what starts the system. */
    public Conventions assemblies(String... packages) {
        assemblies.addAll(List.of(packages));
        return this;
    }

    /** Types, and packages with those below them, that tell where contexts run: no context names them. */
    public Conventions placement(String... typesAndPackages) {
        placement.addAll(List.of(typesAndPackages));
        return this;
    }

    /** Settings that tell a process where it runs, by their full names ({@code shop.unit}): no context asks for them. */
    public Conventions placementSettings(String... names) {
        placementSettings.addAll(List.of(names));
        return this;
    }

    /** The name of the package, within a context's, that its published language is in; {@code api} unless told. */
    public Conventions publishedPackage(String name) {
        this.publishedPackage = name;
        return this;
    }

    /** Classes with this annotation handle events in the role given; its value is their processing group. */
    public Conventions role(String annotation, Role role) {
        roles.put(annotation, role);
        return this;
    }

    /** The processing group of those is the context's name, a dot, and the annotation's value. */
    public Conventions processorsNamedByContext() {
        this.processorsNamedByContext = true;
        return this;
    }

    /** Whether event processors put aside and keep the events that they can't handle; unknown unless told. */
    public Conventions deadLettersKept(boolean kept) {
        this.deadLettersKept = kept;
        return this;
    }

    /** The name of the packages, anywhere within a context's, that hold messages for itself alone; {@code steps} unless told. */
    public Conventions stepsPackage(String name) {
        this.stepsPackage = name;
        return this;
    }

    /** Messages are stored under names of their own: this gives the name for that of a class. Samples and upcasters go by it. */
    public Conventions storedNames(UnaryOperator<String> names) {
        this.storedNames = names;
        return this;
    }

    /**
     * A context declares its waits as constants, of an enum as a rule, whose type implements this. The first text that a constant is made with
     * names the wait; what else it is made with, or its own methods, tell its length and the command that is sent when it runs out.
     */
    public Conventions waitType(String type) {
        this.waitType = type;
        return this;
    }

    /**
     * Waits are opened and closed by methods {@code open} and {@code close} of this type, which are given such a constant. Axon's deadlines are
     * known without being told.
     */
    public Conventions waits(String type) {
        this.waits = type;
        return this;
    }

    /** What failure codes implement; they are enums. */
    public Conventions failureCodeType(String type) {
        this.failureCodeType = type;
        return this;
    }

    /** What identifiers implement that are written as the plain value of their one field. */
    public Conventions identifierType(String type) {
        this.identifierType = type;
        return this;
    }

    /** Further types by which commands are sent. */
    public Conventions commandSenders(String... types) {
        commandSenders.addAll(List.of(types));
        return this;
    }

    /** Further packages, with those below them, whose types may stand in a published message. */
    public Conventions vocabulary(String... packages) {
        vocabulary.addAll(List.of(packages));
        return this;
    }

    /** Names of fields, and full names of types, that are personal data. */
    public Conventions personalData(String... fieldsAndTypes) {
        personalData.addAll(List.of(fieldsAndTypes));
        return this;
    }

    /** Further packages, with those below them, that carry messages between processes. */
    public Conventions transports(String... packages) {
        transports.addAll(List.of(packages));
        return this;
    }

    /**
     * Further ways to the outside world, such as a system's own ports to it, written as {@link Targets} are: {@code com.stripe.*},
     * {@code shop.payment.Provider#capture}.
     */
    public Conventions outside(String... targets) {
        outside.addAll(List.of(targets));
        return this;
    }

    /**
     * A package of a context, with those below it, that plays the outside world where that is not at hand: what it does is done outside.
     *
     * @param reason why it is there, a sentence for the report
     */
    public Conventions standIn(String packageName, String reason) {
        standIns.put(packageName, reason);
        return this;
    }

    public String system() {
        return system;
    }

    public String basePackage() {
        return basePackage;
    }

    public @Nullable String contextMarker() {
        return contextMarker;
    }

    public @Nullable String furtherStores() {
        return furtherStores;
    }

    public Map<String, String> migrationPlaceholders() {
        return Map.copyOf(migrationPlaceholders);
    }

    public Set<String> foundations() {
        return foundations;
    }

    public Set<String> assemblies() {
        return assemblies;
    }

    public Set<String> placement() {
        return placement;
    }

    public Set<String> placementSettings() {
        return placementSettings;
    }

    public String publishedPackage() {
        return publishedPackage;
    }

    public Map<String, Role> roles() {
        return roles;
    }

    public boolean areProcessorsNamedByContext() {
        return processorsNamedByContext;
    }

    public @Nullable Boolean deadLettersKept() {
        return deadLettersKept;
    }

    String stepsPackage() {
        return stepsPackage;
    }

    public UnaryOperator<String> storedNames() {
        return storedNames;
    }

    public @Nullable String waitType() {
        return waitType;
    }

    public @Nullable String waits() {
        return waits;
    }

    public @Nullable String failureCodeType() {
        return failureCodeType;
    }

    public @Nullable String identifierType() {
        return identifierType;
    }

    public Set<String> commandSenders() {
        return commandSenders;
    }

    public List<String> vocabulary() {
        return vocabulary;
    }

    public Set<String> personalData() {
        return personalData;
    }

    public List<String> transports() {
        return transports;
    }

    public List<String> outside() {
        return outside;
    }

    /** Their reasons, by package. */
    public SortedMap<String, String> standIns() {
        return standIns;
    }
}
