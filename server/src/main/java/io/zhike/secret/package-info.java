/**
 * Secrets that are stored: sealed with a key that lies outside the database, so that whoever gets hold of the database alone,
 * or of a backup of it, reads none of them.
 */
@NullMarked
package io.zhike.secret;

import org.jspecify.annotations.NullMarked;
