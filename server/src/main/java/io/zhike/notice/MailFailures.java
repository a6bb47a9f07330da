package io.zhike.notice;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What went wrong with a mail server: its failures hang together by a chain of their own. */
final class MailFailures {
    private MailFailures() {}

    /** {@code failure} and what led to it. */
    static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, MailFailures::next);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** All that was said, from what was tried to what the server answered. */
    static String said(MessagingException failure) {
        Set<String> said = new LinkedHashSet<>();
        chain(failure)
                .forEach(each -> Optional.ofNullable(each.getMessage())
                        .map(Texts::line)
                        .filter(Predicate.not(String::isEmpty))
                        .ifPresent(said::add));
        return said.isEmpty() ? failure.getClass().getSimpleName() : String.join(": ", said);
    }
}
