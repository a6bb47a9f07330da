/** Measures the whole system from outside, beside what bare SQL does on the same database in the same run. */
@NullMarked
package io.zhike.bench;

import org.jspecify.annotations.NullMarked;
