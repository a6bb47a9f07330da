/**
 * Tabular files as streams: CSV and its relatives, XLSX and XLS are read and written row by row, in memory that does not
 * grow with the file. Finds out encoding, delimiter, header and what each column holds. Pure: no Spring, no database.
 */
@NullMarked
package io.zhike.sheet;

import org.jspecify.annotations.NullMarked;
