package dev.cleave.deployment.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Passwords made up for this system, each in a file that only its owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of a name; made up when first asked for. */
    synchronized String of(String name) {
        Path file = file(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Files.createDirectories(folder, mode(folder, "rwx------"));
            Files.createFile(file, mode(folder, "rw-------"));
            Files.writeString(file, secret, StandardOpenOption.TRUNCATE_EXISTING);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("The password in " + file + " can't be read or kept", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** As attributes of a new file, where the file system knows such. */
    static FileAttribute<?>[] mode(Path place, String permissions) {
        Set<String> views = place.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
