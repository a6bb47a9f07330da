@NullMarked
package io.zhike.rule.timed;

import org.jspecify.annotations.NullMarked;
