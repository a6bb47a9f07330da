package io.zhike.rule.timed;

import io.zhike.record.DueRecords.Found;
import io.zhike.record.DueRecords.Sought;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a trigger waits for in one window, as records to look for.
 *
 * @param period names the moment that a found record runs for: the same for the same moment in each pass and no other
 * @param at when that moment was
 */
record Due(Sought sought, Function<Found, String> period, Function<Found, Instant> at) {}
