/**
 * The one language of Zhike: conditions, formulas, defaults and scopes. One parser and checker, one tree, and the
 * evaluator in memory; the SQL back end is {@code expression.sql}. Pure: no I/O, no clock of its own.
 */
@NullMarked
package io.zhike.expression;

import org.jspecify.annotations.NullMarked;
