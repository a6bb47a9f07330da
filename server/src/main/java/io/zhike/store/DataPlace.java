package io.zhike.store;

/**
 * Where the data lies, for people to read.
 *
 * @param text a folder, or user and address of a database; no password
 */
public record DataPlace(String text) {
    static DataPlace of(StoreProperties properties, DatabaseServer server) {
        return new DataPlace(
                properties.isEmbedded()
                        ? properties.data().toAbsolutePath().normalize().toString()
                        : server.address().toString().replaceFirst("\\?.*", ""));
    }
}
