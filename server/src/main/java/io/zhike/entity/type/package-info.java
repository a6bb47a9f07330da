/** The field types, one class each; {@link io.zhike.entity.FieldTypes} finds them by code. */
@NullMarked
package io.zhike.entity.type;

import org.jspecify.annotations.NullMarked;
