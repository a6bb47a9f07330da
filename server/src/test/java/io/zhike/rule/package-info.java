@NullMarked
package io.zhike.rule;

import org.jspecify.annotations.NullMarked;
