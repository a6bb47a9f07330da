package io.zhike.page;

/**
 * Records that fulfil a condition have a colour; the first rule that holds counts.
 *
 * @param where a condition in the language
 * @param color one of {@link io.zhike.entity.Option#COLORS}
 */
record ColorRule(String where, String color) {}
