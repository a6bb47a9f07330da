package io.zhike.backup;

import java.util.List;

/**
 * What stands last in a backup: what all before it has to be. A file without it is cut off.
 *
 * @param files how many attached files there are, whose content is in the rows
 */
record Manifest(List<Part> parts, long rows, long files) {
    static final String NAME = "manifest.json";

    Manifest {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param rows how many rows it holds; 0 for what is none
     * @param sha256 hexadecimal
     */
    record Part(String name, long bytes, long rows, String sha256) {}
}
