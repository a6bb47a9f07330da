/** Rules that come with time: dates that come round, nothing happening for a while, schedules. */
@NullMarked
package io.zhike.rule.timed;

import org.jspecify.annotations.NullMarked;
