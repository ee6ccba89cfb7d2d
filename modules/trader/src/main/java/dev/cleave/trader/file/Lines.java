package dev.cleave.trader.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, plain or gzipped, one at a time, so that the size of the file does not matter.
 *
 * <p>A byte order mark says what encoding it is; without one, a zero byte beside the first character means UTF-16. Every other
 * file is read as UTF-8, and those of its lines that are not UTF-8 as windows-1252, which includes the letters of ISO 8859-1.
 */
final class Lines {

    /** Longer lines are passed over. */
    static final int LONGEST = 65_536;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';
    private static final int NOTHING = -2;

    private final Reader in;
    private final boolean bytes;
    private int following = NOTHING;
    private int number;
    private int windows;

    /**
     * A line without its end.
     *
     * @param number as an editor shows it, from 1
     * @param fault why its text can't be had
     */
    record Line(int number, String text, @Nullable Unusable fault) {}

    Lines(InputStream file) throws IOException {
        PushbackInputStream start = new PushbackInputStream(unzipped(file), 3);
        Charset wide = wide(start);
        bytes = wide == null;
        // A byte is the character of its number until its line is whole.
        in = new BufferedReader(new InputStreamReader(start, wide == null ? StandardCharsets.ISO_8859_1 : wide));
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        PushbackInputStream peeking = new PushbackInputStream(new BufferedInputStream(file), 2);
        byte[] start = peeking.readNBytes(2);
        peeking.unread(start);
        boolean zipped = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        return zipped ? new BufferedInputStream(new GZIPInputStream(peeking)) : peeking;
    }

    /** The file's encoding if that has more than one byte for each character; takes a byte order mark away. */
    private static @Nullable Charset wide(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(3);
        int first = start.length > 0 ? start[0] & 0xff : -1;
        int second = start.length > 1 ? start[1] & 0xff : -1;
        if (first == 0xef && second == 0xbb && start.length == 3 && (start[2] & 0xff) == 0xbf) {
            return null;
        }
        boolean little = first == 0xff && second == 0xfe;
        boolean big = first == 0xfe && second == 0xff;
        int mark = little || big ? 2 : 0;
        in.unread(start, mark, start.length - mark);
        if (little || first > 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return big || first == 0 && second > 0 ? StandardCharsets.UTF_16BE : null;
    }

    /** How many lines were taken for windows-1252 by now. */
    int windows() {
        return windows;
    }

    @Nullable Line next() throws IOException {
        int c = read();
        if (c < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        while (c >= 0 && c != '\n' && c != '\r') {
            tooLong |= text.length() == LONGEST;
            if (!tooLong) {
                text.append((char) c);
            }
            c = read();
        }
        if (c == '\r') {
            int next = read();
            following = next == '\n' ? NOTHING : next;
        }
        number++;
        if (tooLong) {
            return new Line(number, "", Unusable.TOO_LONG);
        }
        String decoded = bytes ? decoded(text.toString()) : text.toString();
        return decoded == null || !bytes && decoded.indexOf(REPLACEMENT) >= 0
                ? new Line(number, "", Unusable.NOT_TEXT)
                : new Line(number, decoded, null);
    }

    private int read() throws IOException {
        int c = following == NOTHING ? in.read() : following;
        following = NOTHING;
        return c;
    }

    private @Nullable String decoded(String line) {
        byte[] raw = line.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException notUtf8) {
            String text = new String(raw, WINDOWS);
            if (text.indexOf(REPLACEMENT) >= 0) {
                return null;
            }
            windows++;
            return text;
        }
    }
}
