/** What each member arranges for itself: the home with its cards, favourites, and the records seen last. */
@NullMarked
package io.zhike.personal;

import org.jspecify.annotations.NullMarked;
