/** The audit log over HTTP, for administrators: reading, handing out as a file, how the chain stands, for how long it is kept. */
@NullMarked
package io.zhike.workspace.audit;

import org.jspecify.annotations.NullMarked;
