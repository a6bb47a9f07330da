/**
 * Backups: one file with everything that a database of Zhike holds, at one moment, while it is worked in; verified and restored
 * as a whole or not at all.
 */
@NullMarked
package io.zhike.backup;

import org.jspecify.annotations.NullMarked;
