package io.zhike.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a minute are served, under {@code zhike.rate}; 0 sets no limit. A bucket holds one minute's worth, so
 * that short bursts pass.
 *
 * @param perCaller for one session or one API key
 * @param perAddress for one network address, behind which a whole office may sit
 * @param perHook for the address of one rule, at which other systems send
 * @param reveals values of masked fields that one member may have shown
 */
@ConfigurationProperties("zhike.rate")
record RateSettings(
        @DefaultValue("12000") int perCaller,
        @DefaultValue("60000") int perAddress,
        @DefaultValue("600") int perHook,
        @DefaultValue("60") int reveals) {

    RateSettings {
        if (perCaller < 0 || perAddress < 0 || perHook < 0 || reveals < 0) {
            throw new IllegalArgumentException("zhike.rate.* must be 0 or more");
        }
    }
}
