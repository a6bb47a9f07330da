/** Files: stored in parts inside the workspace's schema, handed out only to who may see the record they belong to. */
@NullMarked
@NamedInterface("file")
package io.zhike.record.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
