/** The catalogue of things that can be done: set, create, assign, notify …, for whoever decides when to do them. */
@NullMarked
package io.zhike.action;

import org.jspecify.annotations.NullMarked;
