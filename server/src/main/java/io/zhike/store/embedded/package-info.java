/**
 * A real PostgreSQL that lives on in a data directory: its binaries unpacked from the class path, its cluster made once,
 * its process run as a user that may, watched, started again when it dies, and stopped cleanly.
 */
@NullMarked
package io.zhike.store.embedded;

import org.jspecify.annotations.NullMarked;
