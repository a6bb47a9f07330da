package io.zhike.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told of what.
 *
 * @param topics what was chosen; the usual for all else
 * @param address where mail goes; null for the usual one
 */
record Preferences(
        Map<Topic, Choice> topics,
        Optional<Quiet> quiet,
        LocalTime digestAt,
        @Nullable String address) {
    static final LocalTime USUAL_DIGEST = LocalTime.of(8, 30);
    static final Preferences USUAL = new Preferences(Map.of(), Optional.empty(), USUAL_DIGEST, null);

    Preferences {
        topics = Map.copyOf(topics);
    }

    /** @param channels what was chosen; the usual for all else */
    record Choice(boolean inApp, Map<Channel, Mode> channels) {
        Choice {
            channels = Map.copyOf(channels);
        }
    }

    boolean inApp(Topic topic) {
        Choice choice = topics.get(topic);
        return choice == null || choice.inApp();
    }

    /** Usually a mail a day tells what was not read, and by other ways nothing is told. */
    Mode mode(Topic topic, Channel channel) {
        Choice choice = topics.get(topic);
        Mode usual = channel == Channel.MAIL ? Mode.DIGEST : Mode.OFF;
        return choice == null ? usual : choice.channels().getOrDefault(channel, usual);
    }

    /** Of each topic, for screens. */
    Map<Topic, Choice> all(Iterable<Channel> offered) {
        Map<Topic, Choice> all = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Map<Channel, Mode> modes = new EnumMap<>(Channel.class);
            offered.forEach(channel -> modes.put(channel, mode(topic, channel)));
            all.put(topic, new Choice(inApp(topic), modes));
        }
        return all;
    }

    /** When what came {@code now} is to go out. */
    Instant due(Mode mode, Instant now, ZoneId zone) {
        Instant wanted = mode == Mode.DIGEST ? nextDigest(now, zone) : now;
        return quiet.map(hours -> hours.after(wanted, zone)).orElse(wanted);
    }

    private Instant nextDigest(Instant now, ZoneId zone) {
        ZonedDateTime at = now.atZone(zone);
        ZonedDateTime today = at.with(digestAt);
        return (today.isAfter(at) ? today : today.plusDays(1)).toInstant();
    }
}
