package io.zhike.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.page.PublicFormKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What set a run off, as people are told.
 *
 * @param kind {@code change}, {@code rule}, {@code public_form}, {@code webhook}, {@code button} or {@code time}
 * @param by the rule that changed the record, or the member who changed it or pressed the button; null where it was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetOff(String kind, @Nullable String by) {
    /** @param rule empty where it is gone by now */
    static SetOff of(List<String> causes, Optional<Rule> rule, @Nullable String by) {
        return new SetOff(kind(causes, rule), by);
    }

    private static String kind(List<String> causes, Optional<Rule> rule) {
        if (!Causes.links(causes).isEmpty()) {
            return Rule.KIND;
        }
        for (String cause : causes) {
            if (cause.startsWith(CalledRules.cause(""))) {
                return "webhook";
            }
            if (cause.startsWith(PublicFormKind.cause(""))) {
                return "public_form";
            }
        }
        return rule.map(found -> switch (found.trigger()) {
                    case Trigger.Timed _ -> "time";
                    case Trigger.Button _ -> "button";
                    case Trigger.Webhook _ -> "webhook";
                    case Trigger.OfRecord _ -> "change";
                })
                .orElse("change");
    }
}
