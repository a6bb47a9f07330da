package io.zhike.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an administrator may set about requests, under {@code zhike.http}.
 *
 * @param maxBody the largest body of a request that is no upload
 */
@ConfigurationProperties("zhike.http")
record HttpSettings(@DefaultValue("16MB") DataSize maxBody) {

    HttpSettings {
        if (maxBody.toBytes() < 1_024) {
            throw new IllegalArgumentException("zhike.http.max-body must be at least 1KB");
        }
    }
}
