package io.zhike.action;

import io.zhike.message.Label;

/**
 * What an action is called.
 *
 * @param code as steps name it; never changes
 * @param help what it does, in a sentence or two
 * @param sentence how a step reads; {@code {name}} stands for the parameter of that name
 */
public record ActionText(String code, ActionGroup group, Label title, Label help, Label sentence) {}
