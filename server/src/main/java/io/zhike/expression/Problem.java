package io.zhike.expression;

import io.zhike.message.Message;

/**
 * Something wrong in an expression.
 *
 * @param from where it begins in the text, in UTF-16 units; 0 for a JSON tree, whose message names the node
 * @param to where it ends, exclusive
 */
public record Problem(int from, int to, Message message) {}
