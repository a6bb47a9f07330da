package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A way out of the house. The names are stored and never change. */
public enum Channel {
    MAIL(true),
    SMS(true),
    CHAT(true),
    /** A call of another system. */
    WEBHOOK(false);

    private final boolean toMembers;

    Channel(boolean toMembers) {
        this.toMembers = toMembers;
    }

    /** Whether members are told by it, and choose so. */
    boolean toMembers() {
        return toMembers;
    }

    /** As programs write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those by which members are told, in their usual order. */
    static Set<Channel> ofMembers() {
        return Arrays.stream(values()).filter(Channel::toMembers).collect(Collectors.toCollection(TreeSet::new));
    }

    static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }
}
