package io.zhike.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parts of a backup one after another and keeps account of them: a ZIP, which anybody's tools open. */
final class PartsOut implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Little effort: most of the size is in attached files, which are packed already. */
    private static final int EFFORT = 3;

    private final ZipOutputStream zip;
    private final List<Manifest.Part> parts = new ArrayList<>();

    PartsOut(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(EFFORT);
    }

    /** Writes rows to a stream; returns how many. */
    interface Rows {
        long writeTo(OutputStream out) throws IOException;
    }

    void json(String name, Object content) throws IOException {
        rows(name, out -> {
            out.write(JSON.writeValueAsBytes(content));
            return 0;
        });
    }

    long rows(String name, Rows content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(zip);
        DigestOutputStream digest = new DigestOutputStream(counted, Sums.sha256());
        long rows = content.writeTo(digest);
        zip.closeEntry();
        parts.add(new Manifest.Part(name, counted.bytes, rows, Sums.text(digest.getMessageDigest())));
        return rows;
    }

    /** Writes the account of all parts, which is the last of them. */
    void manifest(long files) throws IOException {
        long rows = parts.stream().mapToLong(Manifest.Part::rows).sum();
        json(Manifest.NAME, new Manifest(parts, rows, files));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            bytes += length;
        }
    }
}
