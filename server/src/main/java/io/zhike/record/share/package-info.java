/** Sharing of single records: who has one, giving it and taking it back. */
@NullMarked
package io.zhike.record.share;

import org.jspecify.annotations.NullMarked;
