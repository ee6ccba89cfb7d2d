package dev.cleave.platform.messaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes in the gzip format, packed rather fast than small. JSON never begins as they do. */
final class Compressed {

    private Compressed() {}

    static boolean is(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    static byte[] of(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var gzip = new FastGzip(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** @throws UncheckedIOException if they are damaged */
    static byte[] read(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed), 64 * 1024)) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
