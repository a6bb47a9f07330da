package io.zhike.secret;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are, under {@code zhike}.
 *
 * @param data the data folder, in which the key file lies unless another place is named
 */
@ConfigurationProperties("zhike")
record SecretSettings(
        @DefaultValue("data") Path data, @DefaultValue Given secrets) {
    private static final String VARIABLE = "ZHIKE_SECRETS_KEY";

    /**
     * What an administrator may name.
     *
     * @param key the keys themselves with commas between, the newest first; empty for those of a file
     * @param keyFile empty for the usual one
     */
    record Given(
            @DefaultValue("") String key, @DefaultValue("") String keyFile) {
        @Override
        public String toString() {
            return "Given[keyFile=" + keyFile + "]";
        }
    }

    /** Those that are there; empty where the file is still to be made. */
    Optional<KeyRing> keys() {
        return secrets.key().isBlank()
                ? file().read()
                : Optional.of(KeyRing.parse(secrets.key().replace(',', '\n'), VARIABLE));
    }

    /** A first key, in the file. */
    KeyRing make() {
        return file().make();
    }

    /** Where people find the keys. */
    String source() {
        return secrets.key().isBlank()
                ? file().path().toAbsolutePath().normalize().toString()
                : VARIABLE;
    }

    private KeyFile file() {
        return new KeyFile(secrets.keyFile().isBlank() ? data.resolve(KeyFile.USUAL_NAME) : Path.of(secrets.keyFile()));
    }
}
