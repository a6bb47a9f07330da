package io.zhike.store;

/**
 * Which job: there is at most one of a kind with the same key at any time.
 *
 * @param key tells the jobs of a kind apart, such as a workspace's schema and an import's id
 */
public record JobKey(String kind, String key) {
    public JobKey {
        if (kind.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("a job has a kind and a key: '" + kind + "', '" + key + "'");
        }
    }
}
