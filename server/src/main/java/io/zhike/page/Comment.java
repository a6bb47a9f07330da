package io.zhike.page;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a member said about a record.
 *
 * @param body plain text; {@code @{id}} in it speaks to a member, whose name may change
 * @param editedAt empty while it is as it was first said
 */
record Comment(
        UUID id,
        String entity,
        UUID record,
        UUID author,
        String body,
        Set<UUID> mentions,
        Instant at,
        Optional<Instant> editedAt) {
    static final int LONGEST = 10_000;
    static final int MOST_MENTIONS = 50;

    private static final Pattern MENTION =
            Pattern.compile("@\\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})}");

    Comment {
        mentions = Set.copyOf(mentions);
    }

    /** The text with the names of those it speaks to. */
    String plain(Map<UUID, String> names) {
        return MENTION.matcher(body)
                .replaceAll(found ->
                        Matcher.quoteReplacement("@" + names.getOrDefault(UUID.fromString(found.group(1)), "?")));
    }

    /** The members that {@code body} speaks to, in its order. */
    static Set<UUID> mentionedIn(String body) {
        Set<UUID> mentioned = new LinkedHashSet<>();
        MENTION.matcher(body).results().forEach(found -> mentioned.add(UUID.fromString(found.group(1))));
        return mentioned;
    }
}
