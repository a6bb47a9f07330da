package io.zhike.definition;

import io.zhike.message.Label;

/**
 * A part of a definition that others can point to, and that keeps its code for ever: a field, an option, a column.
 *
 * @param code unique in its definition; parts of parts are dotted, such as {@code source.website}
 * @param path where it stands in the document, such as {@code fields[2].options[0]}
 */
public record Element(String code, Label label, String path) {}
