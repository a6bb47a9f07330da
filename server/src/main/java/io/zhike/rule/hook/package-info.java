/** Rules that other systems set off: their addresses, what comes to them, and what became of it. */
@NullMarked
package io.zhike.rule.hook;

import org.jspecify.annotations.NullMarked;
