package io.zhike.record;

/**
 * How many records there are.
 *
 * @param more whether there are more than {@code value}, because counting stopped there
 */
public record RecordCount(long value, boolean more) {}
