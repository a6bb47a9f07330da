package io.zhike.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings PostgreSQL runs with, given on its command line so that they always are those of this release. Meant for a
 * small machine: a laptop, or a server of two cores and four gigabytes.
 */
final class Settings {
    private static final long ENOUGH_SHARED_MEMORY = 512L << 20;

    private Settings() {}

    /** The arguments of {@code postgres} for {@code cluster} on {@code port}. */
    static List<String> arguments(Path cluster, int port, Durability durability) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "40",
                // A restore makes all tables of all workspaces in one transaction.
                "max_locks_per_transaction", "512",
                "password_encryption", "scram-sha-256",
                "timezone", "UTC",
                "log_timezone", "UTC",
                "lc_messages", "C"));
        settings.putAll(memory());
        settings.putAll(writing());
        settings.putAll(logging());
        if (durability == Durability.NONE) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private static Map<String, String> memory() {
        return Map.of(
                "shared_buffers", "256MB",
                "effective_cache_size", "1GB",
                "work_mem", "16MB",
                "maintenance_work_mem", "128MB",
                "random_page_cost", "1.1",
                "jit", "off",
                "dynamic_shared_memory_type", sharedMemoryType());
    }

    private static Map<String, String> writing() {
        return Map.of(
                "max_wal_size", "2GB",
                "min_wal_size", "128MB",
                "wal_level", "minimal",
                "max_wal_senders", "0",
                "checkpoint_timeout", "15min",
                "recovery_init_sync_method", "syncfs");
    }

    /** Statements that fail are not logged: their text holds customers' data, and who sent them is told anyway. */
    private static Map<String, String> logging() {
        return Map.of(
                "log_line_prefix", "%m [%p] ",
                "log_min_messages", "log",
                "log_min_error_statement", "panic",
                "log_checkpoints", "off");
    }

    /** Containers often give /dev/shm 64 MB only, on which parallel queries fail; files serve there. */
    private static String sharedMemoryType() {
        try {
            long size = Files.getFileStore(Path.of("/dev/shm")).getTotalSpace();
            return size >= ENOUGH_SHARED_MEMORY ? "posix" : "mmap";
        } catch (IOException e) {
            return "mmap";
        }
    }
}
