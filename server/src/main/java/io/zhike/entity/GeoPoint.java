package io.zhike.entity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A place: degrees of WGS 84, and what people call it. */
public record GeoPoint(
        BigDecimal longitude, BigDecimal latitude, @Nullable String address) {

    public GeoPoint {
        if (longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0
                || latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            throw new IllegalArgumentException("not a place on earth: " + longitude + ", " + latitude);
        }
    }
}
