/** Rules: when this happens, if that holds, do this; runs of them, and what became of each. */
@NullMarked
package io.zhike.rule;

import org.jspecify.annotations.NullMarked;
