/**
 * Who may do what: roles, and what they come to for one caller: rights on entities, row scopes and field masks, as
 * conditions and sets of codes that the two gates apply. The only module that knows roles.
 */
@NullMarked
package io.zhike.access;

import org.jspecify.annotations.NullMarked;
