/**
 * The SQL back end of the language, for PostgreSQL through jOOQ. Gives over rows what the evaluator gives in memory,
 * blanks included; values are bound, never written into the statement.
 */
@NullMarked
@NamedInterface("sql")
package io.zhike.expression.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
