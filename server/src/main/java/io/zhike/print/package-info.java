/** Documents made of records: templates that business people write, printed as HTML and as PDF. */
@NullMarked
package io.zhike.print;

import org.jspecify.annotations.NullMarked;
