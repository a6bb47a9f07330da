/** What members have to do and are told, and what leaves the house: to-dos, notices, preferences, messages and their delivery. */
@NullMarked
package io.zhike.notice;

import org.jspecify.annotations.NullMarked;
