package io.zhike.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the log.
 *
 * @param action the name of the {@link AuditAction}
 * @param origin the code of the {@link AuditOrigin}
 * @param kind of what it was done to; null as {@code object} and {@code title} where it was nothing in particular
 * @param detail JSON
 * @param seq its number in the chain, from 1; null until it is sealed
 * @param hash of the chain up to here; null until it is sealed
 */
@SuppressWarnings("ArrayRecordComponent") // compared and copied nowhere; two million of them are hashed in a row
public record StoredEntry(
        Instant at,
        UUID id,
        String action,
        String origin,
        @Nullable UUID member,
        @Nullable String name,
        @Nullable String via,
        @Nullable String address,
        @Nullable String kind,
        @Nullable String object,
        @Nullable String title,
        String detail,
        @Nullable Long seq,
        byte @Nullable [] hash) {}
