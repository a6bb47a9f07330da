/**
 * The audit log: what must be provable later, written in the transaction of what it tells of, sealed into a chain of hashes and
 * kept for as long as a workspace says. Knows no people: who acts is told to it as an {@link io.zhike.audit.Actor}.
 */
@NullMarked
package io.zhike.audit;

import org.jspecify.annotations.NullMarked;
