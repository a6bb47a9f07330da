package io.zhike.action;

import io.zhike.message.Label;
import io.zhike.record.ChangeOrigin;

/**
 * Who has something done.
 *
 * @param kind the kind of definition, such as {@code rule}
 * @param step the code of the step that is done; with kind and code it names the place for ever
 * @param origin the way in that its writes come by
 */
public record ActionSource(String kind, String code, String step, Label label, ChangeOrigin origin) {

    /** The step's name among all of the workspace, such as {@code rule:website_leads:s1}. */
    public String place() {
        return kind + ":" + code + ":" + step;
    }
}
