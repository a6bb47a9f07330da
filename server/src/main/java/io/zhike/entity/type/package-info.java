/**
 * The field types, one class each; {@link io.zhike.entity.FieldTypes} finds them by code. Nothing outside this package
 * names one of them: what can be asked of a type is asked of {@link io.zhike.entity.FieldType}.
 */
@NullMarked
package io.zhike.entity.type;

import org.jspecify.annotations.NullMarked;
