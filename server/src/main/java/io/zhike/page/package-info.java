/** Views: saved ways to look at an entity's records, as definitions that people share. */
@NullMarked
package io.zhike.page;

import org.jspecify.annotations.NullMarked;
