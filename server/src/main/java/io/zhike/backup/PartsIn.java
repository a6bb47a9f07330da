package io.zhike.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parts of a backup in their order and compares each with what the manifest says of it. */
final class PartsIn {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipInputStream zip;
    private final List<Manifest.Part> found = new ArrayList<>();

    PartsIn(InputStream in) {
        this.zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    }

    /** That a file is something else. */
    static final class NoBackup extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Takes the parts of a backup: head, schemas, rows of each table. */
    interface Taker {
        Taker NOTHING = new Taker() {};

        default void head(BackupHead head) {}

        default void schema(SchemaPart part) {}

        /** Takes the rows, or some, or none of them; returns their number, or -1 where they were not counted. */
        default long rows(String schema, String table, InputStream rows) throws IOException {
            return -1;
        }
    }

    BackupFile.Verified read(Taker taker, boolean encrypted) throws IOException {
        try {
            BackupHead head = head();
            taker.head(head);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(Manifest.NAME)) {
                    return new BackupFile.Verified(head, last(), encrypted);
                }
                take(name, taker);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("a part of it cannot be read: " + e.getMessage(), e);
        }
        throw new IOException("its end is missing");
    }

    private BackupHead head() throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals("head.json")) {
            throw new NoBackup();
        }
        Measured part = new Measured(zip);
        byte[] content = part.readAllBytes();
        found.add(part.measured(first.getName(), 0));
        return JSON.readValue(content, BackupHead.class);
    }

    private void take(String name, Taker taker) throws IOException {
        Measured part = new Measured(zip);
        long rows = 0;
        String[] path = name.split("/");
        if (path.length == 2 && path[0].equals("schema")) {
            byte[] content = part.readAllBytes();
            taker.schema(JSON.readValue(content, SchemaPart.class));
        } else if (path.length == 3 && path[0].equals("rows")) {
            rows = taker.rows(path[1], path[2], part);
        } else {
            throw new IOException("it holds an unknown part '" + name + "'");
        }
        found.add(part.measured(name, rows));
    }

    private Manifest last() throws IOException {
        Manifest manifest = JSON.readValue(zip.readAllBytes(), Manifest.class);
        Manifest.@Nullable Part missing = null;
        if (manifest.parts().size() != found.size()) {
            throw new IOException("parts of it are missing");
        }
        for (int i = 0; i < found.size(); i++) {
            Manifest.Part was = manifest.parts().get(i);
            Manifest.Part is = found.get(i);
            long counted = is.rows() < 0 ? was.rows() : is.rows();
            if (!was.equals(new Manifest.Part(is.name(), is.bytes(), counted, is.sha256()))) {
                missing = was;
                break;
            }
        }
        if (missing != null) {
            throw new IOException("'" + missing.name() + "' is not as it was written");
        }
        zip.getNextEntry();
        return manifest;
    }

    /** Counts and sums up what goes through it, and what its reader left. */
    private static final class Measured extends FilterInputStream {
        private final MessageDigest digest = Sums.sha256();
        private long bytes;

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                digest.update((byte) one);
                bytes++;
            }
            return one;
        }

        @Override
        public int read(byte[] content, int from, int length) throws IOException {
            int now = in.read(content, from, length);
            if (now > 0) {
                digest.update(content, from, now);
                bytes += now;
            }
            return now;
        }

        Manifest.Part measured(String name, long rows) throws IOException {
            transferTo(java.io.OutputStream.nullOutputStream());
            return new Manifest.Part(name, bytes, rows, Sums.text(digest));
        }

        /** The next part is read from the same stream. */
        @Override
        public void close() {}
    }
}
