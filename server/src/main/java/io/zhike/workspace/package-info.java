/**
 * Who is here: workspaces, accounts and their members, departments and groups, sign-in, sessions and API keys, and the
 * {@link io.zhike.workspace.Caller} that every endpoint is asked by.
 */
@NullMarked
package io.zhike.workspace;

import org.jspecify.annotations.NullMarked;
