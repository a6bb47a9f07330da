/** Zhike: customer management that its users build. Each package below this one is a module; see ARCHITECTURE.md. */
@NullMarked
package io.zhike;

import org.jspecify.annotations.NullMarked;
