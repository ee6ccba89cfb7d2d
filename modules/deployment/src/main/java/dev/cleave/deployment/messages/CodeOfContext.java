package dev.cleave.deployment.messages;

import dev.cleave.platform.placement.Context;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The compiled classes of one context.
 *
 * @param types by name
 */
record CodeOfContext(Context context, Map<String, Type> types) {

    /**
     * A class.
     *
     * @param supertypes those it names itself
     * @param annotations by name, with their values that are text
     * @param fieldAnnotations the names of all annotations on its fields
     */
    record Type(
            String name,
            List<String> supertypes,
            Map<String, Map<String, String>> annotations,
            Set<String> fieldAnnotations,
            List<Code> methods) {}

    /** A method's signature. */
    record Signature(String owner, String name, String descriptor) {}

    /**
     * A method with what it does.
     *
     * @param parameters the types of its parameters
     * @param calls the methods and constructors that it calls or hands on, those in its lambdas apart
     */
    record Code(
            Signature signature, Set<String> annotations, List<String> parameters, Set<Signature> calls) {}

    /** Reads the classes below the context's base package. */
    static CodeOfContext of(Context context) throws IOException {
        ClassLoader loader = context.registration().getClassLoader();
        String pattern = "classpath*:" + context.basePackage().replace('.', '/') + "/**/*.class";
        Map<String, Type> types = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver(loader).getResources(pattern)) {
            try (InputStream bytes = resource.getInputStream()) {
                Type type = type(ClassFile.of().parse(bytes.readAllBytes()));
                types.put(type.name(), type);
            }
        }
        return new CodeOfContext(context, types);
    }

    private static Type type(ClassModel model) {
        List<String> supertypes = new ArrayList<>();
        model.superclass().map(CodeOfContext::name).ifPresent(supertypes::add);
        model.interfaces().stream().map(CodeOfContext::name).forEach(supertypes::add);
        Set<String> onFields = new LinkedHashSet<>();
        for (FieldModel field : model.fields()) {
            onFields.addAll(annotations(field).keySet());
        }
        String name = name(model.thisClass());
        List<Code> methods = model.methods().stream().map(method -> code(name, method)).toList();
        return new Type(name, supertypes, annotations(model), onFields, methods);
    }

    private static Code code(String owner, MethodModel method) {
        var descriptor = method.methodTypeSymbol();
        Set<Signature> calls = new LinkedHashSet<>();
        method.code().ifPresent(code -> {
            for (CodeElement element : code) {
                if (element instanceof InvokeInstruction call) {
                    calls.add(new Signature(name(call.owner()), call.name().stringValue(), call.type().stringValue()));
                } else if (element instanceof InvokeDynamicInstruction dynamic) {
                    for (ConstantDesc argument : dynamic.bootstrapArgs()) {
                        if (argument instanceof DirectMethodHandleDesc handle) {
                            calls.add(new Signature(name(handle.owner()), handle.methodName(), handle.lookupDescriptor()));
                        }
                    }
                }
            }
        });
        return new Code(
                new Signature(owner, method.methodName().stringValue(), method.methodType().stringValue()),
                annotations(method).keySet(),
                descriptor.parameterList().stream().map(CodeOfContext::name).toList(),
                calls);
    }

    private static Map<String, Map<String, String>> annotations(AttributedElement element) {
        Map<String, Map<String, String>> annotations = new LinkedHashMap<>();
        element.findAttribute(Attributes.runtimeVisibleAnnotations()).ifPresent(attribute -> {
            for (Annotation annotation : attribute.annotations()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (AnnotationElement value : annotation.elements()) {
                    if (value.value() instanceof AnnotationValue.OfString text) {
                        values.put(value.name().stringValue(), text.stringValue());
                    }
                }
                annotations.put(name(annotation.classSymbol()), values);
            }
        });
        return annotations;
    }

    private static String name(ClassEntry entry) {
        return name(entry.asSymbol());
    }

    private static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface() ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.') : descriptor;
    }
}
