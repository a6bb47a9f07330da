package io.zhike.audit;

import io.zhike.message.MessageCode;

/**
 * Something that is told of in the log. Each module keeps an enum of its own and registers it by a bean of {@link
 * AuditActions}. The texts are sentences with {@code {who}}, {@code {title}} for the object's title, and facts of the detail by
 * their codes, such as {@code {rows}}. A constant's name is stored and never changes.
 */
public interface AuditAction extends MessageCode {

    /** A few words for lists to choose from, in Chinese. */
    String zhLabel();

    /** A few words for lists to choose from, in English. */
    String enLabel();
}
