package io.zhike.notice;

import java.util.Set;
import java.util.UUID;

/**
 * A mail that tells that others were not delivered for good.
 *
 * @param messages what those were called when they were sent, if it was us who sent them
 * @param reason what the server that gave up said of it
 */
record Bounce(Set<UUID> messages, String reason) {}
