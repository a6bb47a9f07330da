package io.zhike.record.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are examined for malware, under {@code zhike.scan}.
 *
 * @param clamd where clamd listens: {@code host:port}, or {@code unix:/path/of/its/socket}; empty to examine nothing
 * @param unreachable what becomes of files while it does not answer
 * @param timeout how long it may keep silent
 */
@ConfigurationProperties("zhike.scan")
record ScanSettings(
        @DefaultValue("") String clamd,
        @DefaultValue("refuse") Unreachable unreachable,
        @DefaultValue("60s") Duration timeout) {

    enum Unreachable {
        /** The file is refused; its sender may try again. */
        REFUSE,
        /** The file is taken, and handed out when it has been examined. */
        HOLD,
        /** The file is taken unexamined. */
        ACCEPT
    }

    ScanSettings {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("zhike.scan.timeout must be more than nothing");
        }
        if (!clamd.isBlank()) {
            ClamdAddress.of(clamd);
        }
    }

    boolean isOn() {
        return !clamd.isBlank();
    }
}
