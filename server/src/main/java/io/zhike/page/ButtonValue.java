package io.zhike.page;

import io.zhike.message.Label;
import java.util.Optional;

/**
 * One field that a button fills in.
 *
 * @param value the expression that gives the value, over the record that the button stands at; empty where only a person
 *     can say it
 * @param ask whether the person is asked, with {@code value} as a proposal
 * @param required whether the button does nothing while it is blank
 */
record ButtonValue(String field, Optional<String> value, boolean ask, boolean required) {

    /** Its name among the elements of the button. */
    Label label() {
        return Label.of(field);
    }
}
