package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows code from where it is entered, with what is known of what it computes: texts, constants of enumerations, objects that it makes,
 * lambdas, and which settings something is computed from. Nothing is run. What is not known may be anything, so that what is told of a value
 * may be too much, and where it says that it is open, too little.
 */
public final class Evaluation {

    private static final int DEEPEST = 24;

    private final JavaClasses classes;
    private final Predicate<JavaClass> followed;
    private final Predicate<JavaClass> settings;
    private final Predicate<Call> watched;
    private final Map<String, Optional<ClassModel>> files = new HashMap<>();
    private final Map<Value.Cases, Map<String, Long>> cases = new HashMap<>();

    /**
     * @param followed whose methods are gone into
     * @param settings whose fields are settings
     * @param watched which calls are to be told of
     */
    public Evaluation(
            JavaClasses classes, Predicate<JavaClass> followed, Predicate<JavaClass> settings, Predicate<Call> watched) {
        this.classes = classes;
        this.followed = followed;
        this.settings = settings;
        this.watched = watched;
    }

    /**
     * A method or constructor that is called.
     *
     * @param owner the full name of the class that the call names
     */
    public record Call(String owner, String name, MethodTypeDesc type) {}

    /**
     * That a call was come to.
     *
     * @param receiver on what it is called, or what a constructor makes; anything where it is static
     * @param in the class with the call, its method, and the line
     */
    public record Seen(Call call, Values receiver, List<Values> arguments, JavaClass in, String method, int line) {}

    /**
     * What came of following some code.
     *
     * @param returned what it gives back
     * @param seen the calls that were watched for
     */
    public record Outcome(Values returned, List<Seen> seen) {}

    /** Follows code of which nothing is known but itself. */
    public Outcome of(JavaCodeUnit unit) {
        return of(unit, Values.ANY);
    }

    /** Follows a method that is called on an object. */
    public Outcome of(JavaCodeUnit unit, Values receiver) {
        Run run = new Run();
        Values returned = ClassFiles.method(unit)
                .map(method -> run.follow(unit.getOwner(), method, receiver, anyOf(method.methodTypeSymbol())))
                .orElse(Values.ANY);
        return new Outcome(returned, List.copyOf(run.seen));
    }

    private List<Values> anyOf(MethodTypeDesc type) {
        return type.parameterList().stream().map(parameter -> typed(Values.ANY, parameter)).toList();
    }

    /** What may be anything of an enumeration is one of its constants. */
    Values typed(Values values, ClassDesc type) {
        if (!values.open() || type.isPrimitive() || type.isArray()) {
            return values;
        }
        JavaClass named = find(name(type));
        return named != null && named.isEnum() ? Values.of(constants(named)).with(values.from()) : values;
    }

    List<Value> constants(JavaClass enumeration) {
        return file(enumeration).stream()
                .flatMap(file -> file.fields().stream())
                .filter(field -> field.flags().has(AccessFlag.ENUM))
                .map(field -> (Value) new Value.Constant(enumeration.getName(), field.fieldName().stringValue()))
                .toList();
    }

    @Nullable JavaClass find(String name) {
        return classes.contain(name) ? classes.get(name) : null;
    }

    boolean isFollowed(@Nullable JavaClass type) {
        return type != null && followed.test(type);
    }

    boolean isSettings(@Nullable JavaClass type) {
        return type != null && settings.test(type);
    }

    private Optional<ClassModel> file(JavaClass type) {
        return files.computeIfAbsent(type.getName(), name -> ClassFiles.read(type));
    }

    /** The number that each constant has in a compiled {@code switch}. */
    Map<String, Long> cases(Value.Cases array) {
        return cases.computeIfAbsent(array, key -> {
            JavaClass owner = find(key.owner());
            return owner == null ? Map.of() : file(owner).map(file -> SwitchCases.in(file, key.field())).orElse(Map.of());
        });
    }

    static String name(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }

    /** A method with the class that declares it. */
    private record Found(JavaClass owner, MethodModel method) {}

    private @Nullable Found declared(@Nullable JavaClass type, String name, MethodTypeDesc descriptor) {
        return type == null
                ? null
                : Stream.concat(
                        Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()),
                        type.getAllRawInterfaces().stream())
                        .filter(this::isFollowed)
                        .flatMap(each -> file(each).stream()
                                .flatMap(file -> file.methods().stream())
                                .filter(method -> method.methodName().equalsString(name)
                                        && method.methodType().equalsString(descriptor.descriptorString())
                                        && method.code().isPresent())
                                .map(method -> new Found(each, method)))
                        .findFirst()
                        .orElse(null);
    }

    /** Follows the code from one entry. */
    final class Run {

        private record Step(String owner, String method, Values receiver, List<Values> arguments) {}

        private final Set<Seen> seen = new LinkedHashSet<>();
        private final Map<Step, Values> known = new HashMap<>();
        private final Map<Value.Raw, SortedMap<String, Values>> making = new HashMap<>();
        private int depth;
        private int made;

        Evaluation evaluation() {
            return Evaluation.this;
        }

        Value.Raw raw(String type) {
            return new Value.Raw(type, made++);
        }

        Values follow(JavaClass owner, MethodModel method, Values receiver, List<Values> arguments) {
            Step step = new Step(
                    owner.getName(), method.methodName().stringValue() + method.methodType().stringValue(), receiver, arguments);
            if (known.containsKey(step)) {
                return known.get(step);
            }
            known.put(step, Values.ANY);
            if (depth == DEEPEST || method.code().isEmpty()) {
                return Values.ANY;
            }
            depth++;
            Values returned = new Frame(this, owner, method, receiver, arguments).run();
            depth--;
            known.put(step, returned);
            return returned;
        }

        void noteCall(Call call, Values receiver, List<Values> arguments, JavaClass in, String method, int line) {
            if (watched.test(call)) {
                seen.add(new Seen(call, receiver, arguments, in, ClassFiles.enclosing(method), line));
            }
        }

        void noteField(Values object, String field, Values value) {
            object.all(Value.Raw.class).forEach(raw -> making
                    .computeIfAbsent(raw, any -> new TreeMap<>())
                    .merge(field, value, Values::or));
        }

        Values field(JavaClass owner, Values object, String field) {
            if (isSettings(owner)) {
                return Values.from(List.of(new Origin.Setting(owner.getName(), field)));
            }
            Values found = object.open() ? Values.ANY.with(object.from()) : Values.NONE;
            for (Value each : object.known()) {
                SortedMap<String, Values> fields = switch (each) {
                    case Value.Made made -> made.fields();
                    case Value.Raw raw -> making.getOrDefault(raw, new TreeMap<>());
                    default -> new TreeMap<>();
                };
                found = found.or(fields.getOrDefault(field, Values.ANY));
            }
            return found;
        }

        /** What an object is after its constructor. */
        Values construct(Value.Raw raw, Call call, List<Values> arguments) {
            JavaClass owner = find(call.owner());
            if (owner == null) {
                return Values.from(origins(arguments));
            }
            initialise(Values.of(raw), call, arguments);
            SortedMap<String, Values> fields = making.getOrDefault(raw, new TreeMap<>());
            return Values.of(new Value.Made(owner.getName(), new TreeMap<>(fields)));
        }

        void initialise(Values object, Call call, List<Values> arguments) {
            Found constructor = declared(find(call.owner()), call.name(), call.type());
            if (constructor != null && constructor.owner().getName().equals(call.owner())) {
                follow(constructor.owner(), constructor.method(), object, arguments);
            }
        }

        /** What a call gives back. */
        Values invoke(Call call, @Nullable Values receiver, List<Values> arguments) {
            Values returned = receiver == null ? invokeStatic(call, arguments) : invokeOn(receiver, call, arguments);
            return typed(returned, call.type().returnType());
        }

        private Values invokeStatic(Call call, List<Values> arguments) {
            JavaClass owner = find(call.owner());
            if (owner != null && owner.isEnum() && call.name().equals("values") && arguments.isEmpty()) {
                return Values.of(new Value.Constants(owner.getName()));
            }
            Found found = declared(owner, call.name(), call.type());
            return found != null ? follow(found.owner(), found.method(), Values.ANY, arguments) : Library.call(call, arguments);
        }

        private Values invokeOn(Values receiver, Call call, List<Values> arguments) {
            Values returned = Values.NONE;
            for (Value each : receiver.known()) {
                returned = returned.or(switch (each) {
                    case Value.Made made -> onObject(made.type(), Values.of(made), call, arguments);
                    case Value.Raw raw -> onObject(raw.type(), Values.of(raw), call, arguments);
                    case Value.Constant constant when Library.knows(call) -> Library.on(constant, call);
                    case Value.Constant constant -> onObject(constant.type(), Values.of(constant), call, arguments);
                    case Value.Function function -> apply(function, arguments);
                    case Value.Text text -> Library.on(text, call, arguments);
                    default -> Values.ANY;
                });
            }
            if (receiver.open()) {
                Values of = new Values(Set.of(), true, receiver.from());
                List<Found> candidates = overriding(call);
                Values anything = candidates.isEmpty() ? Values.from(origins(arguments)).with(receiver.from()) : Values.NONE;
                for (Found candidate : candidates) {
                    anything = anything.or(follow(candidate.owner(), candidate.method(), of, arguments));
                }
                returned = returned.or(anything);
            }
            return returned;
        }

        private Values onObject(String type, Values object, Call call, List<Values> arguments) {
            Found found = declared(find(type), call.name(), call.type());
            return found == null
                    ? Values.from(origins(arguments))
                    : follow(found.owner(), found.method(), object, arguments);
        }

        /** The methods that a call on anything may come to. */
        private List<Found> overriding(Call call) {
            JavaClass owner = find(call.owner());
            if (owner == null) {
                return List.of();
            }
            Map<String, Found> found = new LinkedHashMap<>();
            Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream()).forEach(type -> {
                Found one = declared(type, call.name(), call.type());
                if (one != null) {
                    found.putIfAbsent(one.owner().getName(), one);
                }
            });
            return List.copyOf(found.values());
        }

        Values apply(Value.Function function, List<Values> further) {
            DirectMethodHandleDesc handle = function.handle();
            List<Values> arguments = new ArrayList<>(function.taken());
            arguments.addAll(further);
            Call call = new Call(name(handle.owner()), handle.methodName(), handle.invocationType());
            return switch (handle.kind()) {
                case STATIC, INTERFACE_STATIC -> invokeStatic(call, fitting(arguments, call.type()));
                case CONSTRUCTOR -> {
                    Call constructor = new Call(
                            call.owner(), "<init>", call.type().changeReturnType(ConstantDescs.CD_void));
                    yield construct(raw(call.owner()), constructor, fitting(arguments, constructor.type()));
                }
                case VIRTUAL, SPECIAL, INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> {
                    MethodTypeDesc type = call.type().dropParameterTypes(0, 1);
                    Values receiver = arguments.isEmpty() ? Values.ANY : arguments.removeFirst();
                    yield invokeOn(receiver, new Call(call.owner(), call.name(), type), fitting(arguments, type));
                }
                default -> Values.ANY;
            };
        }

        private List<Values> fitting(List<Values> arguments, MethodTypeDesc type) {
            List<Values> fitting = new ArrayList<>();
            for (int i = 0; i < type.parameterCount(); i++) {
                fitting.add(i < arguments.size() ? arguments.get(i) : typed(Values.ANY, type.parameterType(i)));
            }
            return fitting;
        }
    }

    static Set<Origin> origins(Collection<Values> values) {
        return values.stream().flatMap(each -> each.from().stream()).collect(Collectors.toSet());
    }
}
