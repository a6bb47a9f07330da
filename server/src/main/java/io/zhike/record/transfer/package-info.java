/** Records from files and into files: uploads, imports that can be paused, resumed and undone, and exports. */
@NullMarked
package io.zhike.record.transfer;

import org.jspecify.annotations.NullMarked;
