package io.zhike.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The channels that there are: those that somebody can send by. */
@Component
public final class Providers {
    private final Map<Channel, MessageProvider> providers = new EnumMap<>(Channel.class);

    Providers(List<MessageProvider> all) {
        all.forEach(provider -> {
            if (providers.put(provider.channel(), provider) != null) {
                throw new IllegalStateException("two send by " + provider.channel());
            }
        });
    }

    /** Those by which members are told, in their usual order. */
    public Set<Channel> offered() {
        return providers.keySet().stream().filter(Channel::toMembers).collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<MessageProvider> of(Channel channel) {
        return Optional.ofNullable(providers.get(channel));
    }
}
