package io.zhike.entity;

import io.zhike.message.Label;
import java.util.Optional;

/**
 * Something that has to hold between the fields of a record, as its definition writes it.
 *
 * @param when the text of the condition that must hold
 * @param message what people are told where it does not
 * @param field the field that is to be mended; empty where it is no single one
 */
public record Check(String code, String when, Label message, Optional<String> field) {
    public Check {
        Codes.require(code);
    }
}
