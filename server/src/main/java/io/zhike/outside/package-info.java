/**
 * Calls to other systems: whatever address people write, nothing is reached that only this machine or the network around it may
 * reach, unless the operator names it.
 */
@NullMarked
package io.zhike.outside;

import org.jspecify.annotations.NullMarked;
