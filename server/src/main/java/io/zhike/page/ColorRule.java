package io.zhike.page;

import tools.jackson.databind.JsonNode;

/**
 * Records that fulfil a condition have a colour; the first rule that holds counts.
 *
 * @param where a condition in the language, as text or as its tree
 * @param color one of {@link io.zhike.entity.Option#COLORS}
 */
record ColorRule(JsonNode where, String color) {}
