package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the name of who looks stands over the pages of a workspace. */
public enum Watermark {
    @JsonProperty("off")
    OFF,
    /** On lists, records and prints of entities with fields that hold personal data. */
    @JsonProperty("sensitive")
    SENSITIVE,
    @JsonProperty("everywhere")
    EVERYWHERE;

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Watermark> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Whether pages about something are marked. */
    public boolean on(boolean personal) {
        return this == EVERYWHERE || this == SENSITIVE && personal;
    }
}
