package io.zhike.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * Something secret by which calls sign in to another system, such as {@code Bearer …}. What it is goes in and never out.
 *
 * @param code by which definitions name it
 * @param origin where alone it is sent to, such as {@code https://erp.example.com:8443}; see {@link
 *     io.zhike.outside.OutsideCalls#origin}
 */
record Credential(UUID id, String code, String name, String origin, Instant changedAt) {}
