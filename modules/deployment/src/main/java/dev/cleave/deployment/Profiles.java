package dev.cleave.deployment;

import dev.cleave.platform.failure.Names;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The deployment profiles that this program brings along, and those in files. */
public final class Profiles {

    private static final String FOLDER = "deployment-profiles/";
    private static final String FILE = "/profile.yaml";
    private static final int MOST_BYTES = 64 * 1024;

    private Profiles() {}

    /**
     * Reads and checks a profile.
     *
     * @param nameOrFile the name of a profile that the program brings along; or a path to a file, told by a separator in it or
     *     by its ending in {@code .yaml} or {@code .yml}
     * @throws UnusableProfile if there is no such profile, or it has faults
     */
    public static Profile named(String nameOrFile) {
        return isFile(nameOrFile) ? fromFile(nameOrFile) : broughtAlong(nameOrFile);
    }

    /** The names of the profiles that the program brings along, in alphabetical order. */
    public static List<String> names() {
        try {
            Set<String> names = new TreeSet<>();
            for (Resource resource : resolver().getResources("classpath*:" + FOLDER + "*" + FILE)) {
                String path = resource.getURL().getPath();
                String folder = path.substring(0, path.length() - FILE.length());
                names.add(folder.substring(folder.lastIndexOf('/') + 1));
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all contexts of the program, in alphabetical order. */
    static Set<String> contexts() {
        return known().stream().map(Context::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All contexts of the program. */
    static List<Context> known() {
        return Placement.of(new NoSettings(), Profiles.class.getClassLoader()).known();
    }

    private static boolean isFile(String nameOrFile) {
        return nameOrFile.contains("/") || nameOrFile.contains("\\") || nameOrFile.endsWith(".yaml")
                || nameOrFile.endsWith(".yml");
    }

    private static Profile broughtAlong(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw unreadable(name, "There is no profile of this name.", Names.remedy(name, names)
                    + " For a file of your own, give its path.");
        }
        String file = FOLDER + name + FILE;
        try (InputStream bytes = resolver().getResource("classpath:" + file).getInputStream()) {
            return read(name, file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Profile fromFile(String given) {
        try {
            Path path = Path.of(given);
            if (Files.isDirectory(path)) {
                throw unreadable(given, "This is a folder.",
                        "Name the file in it, such as " + path.resolve("profile.yaml") + ".");
            }
            if (!Files.exists(path)) {
                throw unreadable(given, "There is no such file.", "Give the path of a profile, or one of the names "
                        + String.join(", ", names()) + ".");
            }
            try (InputStream bytes = Files.newInputStream(path)) {
                return read(nameOf(path), given, bytes);
            }
        } catch (InvalidPathException | IOException e) {
            throw unreadable(given, "The file can't be read: " + e.getMessage() + ".", "Check the path and who may read it.");
        }
    }

    /** A profile is named after its file, or after its folder where the file is called as all are. */
    private static String nameOf(Path path) {
        String file = path.getFileName().toString();
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (file.equals("profile.yaml") && folder != null && folder.getFileName() != null) {
            return plain(folder.getFileName().toString());
        }
        return plain(file.replaceFirst("\\.ya?ml$", ""));
    }

    /** So that what is named after the profile (a Compose project, a key of a config map, a folder) may be called so. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "profile" : plain;
    }

    private static Profile read(String name, String file, InputStream bytes) throws IOException {
        byte[] content = bytes.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw unreadable(file, "The file is larger than " + MOST_BYTES / 1024 + " KiB.", "Give a deployment profile.");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return new ProfileReader(name, file, contexts(), () -> BuiltReport.load().messages()).read(text);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "The file is not text in UTF-8.", "Save it in UTF-8.");
        }
    }

    private static UnusableProfile unreadable(String file, String message, String remedy) {
        return new UnusableProfile(List.of(new Fault(file, 0, 0, message, remedy)));
    }

    private static PathMatchingResourcePatternResolver resolver() {
        return new PathMatchingResourcePatternResolver(Profiles.class.getClassLoader());
    }

    /** So that what this process is told to hold does not bear on what the program has. */
    private static final class NoSettings extends AbstractEnvironment {}
}
