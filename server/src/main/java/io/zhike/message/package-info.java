/**
 * What the server says to people: the languages, labels in both, messages with a code, and the one exception that
 * carries them. Pure: imports no other module.
 */
@NullMarked
package io.zhike.message;

import org.jspecify.annotations.NullMarked;
