/**
 * PostgreSQL: the embedded one or an external one, its schemas and migrations, transactions, leased jobs and the clock.
 * The only module, beside backups and the SQL back end of the language, that may write plain SQL.
 */
@NullMarked
package io.zhike.store;

import org.jspecify.annotations.NullMarked;
