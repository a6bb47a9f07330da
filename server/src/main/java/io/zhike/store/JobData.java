package io.zhike.store;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the table of jobs keeps of a job beside its times, as JSON.
 *
 * @param every the pause between two runs of a recurring job; null for a job that runs once
 * @param lastError what went wrong at the last run, or null
 */
record JobData(
        JsonNode payload,
        @Nullable Duration every,
        @Nullable String lastError) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ERROR = 2_000;

    static JobData of(Object payload, @Nullable Duration every) {
        return new JobData(JSON.valueToTree(payload), every, null);
    }

    static JobData parse(byte[] json) {
        return JSON.readValue(json, JobData.class);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    <T> T payload(Class<T> type) {
        return JSON.treeToValue(payload, type);
    }

    JobData failed(@Nullable Throwable cause) {
        String error = cause == null ? "?" : cause.toString();
        return new JobData(payload, every, error.substring(0, Math.min(LONGEST_ERROR, error.length())));
    }

    JobData succeeded() {
        return new JobData(payload, every, null);
    }

    /** For db-scheduler, whose tasks here all have data of this type. */
    static final class JsonSerializer implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return ((JobData) data).json();
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] json) {
            return type.cast(parse(json));
        }
    }
}
