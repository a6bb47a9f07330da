/** What programs are told about the HTTP API: one OpenAPI document for each workspace, as its caller sees it. */
@NullMarked
package io.zhike.api;

import org.jspecify.annotations.NullMarked;
