/**
 * How every endpoint answers: problem details, strict JSON, keyset pages, versions, idempotency keys, rate limits, and
 * the guards in front of all requests. Knows HTTP and nothing of workspaces or tables.
 */
@NullMarked
package io.zhike.http;

import org.jspecify.annotations.NullMarked;
