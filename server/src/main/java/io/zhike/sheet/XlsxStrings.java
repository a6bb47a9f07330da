package io.zhike.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook refer to by number. The first ones are kept in memory; the rest goes to a temporary
 * file, so that a workbook with a million different texts takes 8 bytes of memory for each. Safe for several threads.
 */
final class XlsxStrings implements Closeable {
    private static final int CHARS_IN_MEMORY = 8_000_000;
    private static final int RECENT = 1 << 12;

    private final List<@Nullable String> first = new ArrayList<>();
    private final @Nullable String[] recent = new @Nullable String[RECENT];
    private final int[] recentIndex = new int[RECENT];
    private long[] ends = new long[1024];
    private int spilled;
    private @Nullable FileChannel spill;

    /** @param in the part with the texts, closed here; null if the workbook has none */
    XlsxStrings(@Nullable InputStream in, String file) throws IOException {
        Arrays.fill(recentIndex, -1);
        if (in != null) {
            try (XmlParts xml = new XmlParts(in, file)) {
                read(xml, file);
            }
        }
    }

    private void read(XmlParts xml, String file) throws IOException {
        long chars = 0;
        while (chars < CHARS_IN_MEMORY && xml.toElement("si")) {
            String text = XlsxText.read(xml, "si");
            first.add(text);
            chars += text == null ? 0 : text.length();
        }
        if (chars >= CHARS_IN_MEMORY) {
            spillRest(xml, file);
        }
    }

    private void spillRest(XmlParts xml, String file) throws IOException {
        Path path = Files.createTempFile("zhike-strings", ".tmp");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        spill = channel;
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            long end = 0;
            while (xml.toElement("si")) {
                String text = XlsxText.read(xml, "si");
                byte[] bytes = (text == null ? TOO_LONG : text).getBytes(StandardCharsets.UTF_8);
                out.write(bytes);
                end += bytes.length;
                if (end > Limits.SHARED_STRING_BYTES) {
                    throw SheetError.ZIP_BOMB.problem(file);
                }
                ends = spilled == ends.length ? Arrays.copyOf(ends, spilled * 2) : ends;
                ends[spilled++] = end;
            }
            out.flush();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static final String TOO_LONG = String.valueOf(DecodingReader.WRONG);

    /**
     * Text {@code index}; null if it is longer than a cell may be.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    synchronized @Nullable String get(int index) throws IOException {
        if (index < first.size()) {
            return first.get(index);
        }
        int slot = index & RECENT - 1;
        String text = recent[slot];
        if (recentIndex[slot] != index || text == null) {
            text = load(index - first.size());
            recent[slot] = text;
            recentIndex[slot] = index;
        }
        return text.equals(TOO_LONG) ? null : text;
    }

    private String load(int index) throws IOException {
        if (spill == null || index >= spilled) {
            throw new IndexOutOfBoundsException(index);
        }
        long start = index == 0 ? 0 : ends[index - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[index] - start));
        while (bytes.hasRemaining() && spill.read(bytes, start + bytes.position()) >= 0) {
            // A read may give less than asked for.
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
    }
}
