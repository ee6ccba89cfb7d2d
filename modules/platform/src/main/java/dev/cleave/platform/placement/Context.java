package dev.cleave.platform.placement;

/**
 * A bounded context on the class path.
 *
 * @param name its name, as its registration class gives it
 * @param registration its registration class
 */
public record Context(String name, Class<?> registration) {

    /** The context's root package. */
    public String basePackage() {
        return registration.getPackageName();
    }

    /** The package of its published language. */
    public String apiPackage() {
        return basePackage() + ".api";
    }

    /** Whether a class, by its name, is in one of the packages that hold messages for the context itself alone. */
    public boolean isStep(String type) {
        return type.startsWith(basePackage() + ".") && type.contains(".steps.");
    }

    /** Whether a class belongs to the context. */
    public boolean contains(Class<?> type) {
        return isIn(type.getPackageName(), basePackage());
    }

    static boolean isIn(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
