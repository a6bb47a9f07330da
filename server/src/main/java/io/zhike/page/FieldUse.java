package io.zhike.page;

/**
 * One place of a view where a field stands.
 *
 * @param place in the document, such as {@code columns[2]}
 * @param path the field, with the relations that lead to it
 * @param essential whether the view shows nothing sensible without it
 */
record FieldUse(String place, String path, FieldNeed need, boolean essential) {}
