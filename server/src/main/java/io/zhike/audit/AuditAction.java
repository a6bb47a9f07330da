package io.zhike.audit;

import io.zhike.message.Language;
import io.zhike.message.MessageCode;

/**
 * Something that is told of in the log. Each module keeps an enum of its own and registers it by a bean of {@link
 * AuditActions}. The texts are sentences with {@code {who}}, {@code {title}} for the object's title, and facts of the detail by
 * their codes, such as {@code {rows}}. A constant's name is stored and never changes.
 */
public interface AuditAction extends MessageCode {

    /** What the action is called and how it is told. */
    Wording wording();

    /** A few words for lists to choose from. */
    default String label(Language language) {
        return language == Language.ZH ? wording().zhLabel() : wording().enLabel();
    }

    @Override
    default String zh() {
        return wording().zh();
    }

    @Override
    default String en() {
        return wording().en();
    }

    /**
     * The texts of an action.
     *
     * @param zhLabel a few words in Chinese
     * @param enLabel the same in English
     * @param zh the sentence in Chinese
     * @param en the same in English
     */
    record Wording(String zhLabel, String enLabel, String zh, String en) {}
}
