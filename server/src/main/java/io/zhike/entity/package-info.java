/**
 * Field types and entity definitions, and how they become tables: the diff of two definitions, its plan of DDL steps,
 * and the run. Field types live in {@code entity.type}, one class each.
 */
@NullMarked
package io.zhike.entity;

import org.jspecify.annotations.NullMarked;
