package io.zhike.notice;

import io.zhike.message.Issue;
import io.zhike.workspace.MailAddresses;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Preferences as they are sent and stored. */
final class PreferenceJson {
    static final String IN_APP = "in_app";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Set<String> PARTS =
            Set.of("channels", "topics", "quiet", "digest_at", "address", "usualAddress");

    private final List<Issue> issues = new ArrayList<>();

    private PreferenceJson() {}

    /** What was stored; parts that this release does not know are passed over. */
    static Preferences stored(JsonNode document) {
        return new PreferenceJson().read(document, Channel.ofMembers());
    }

    /**
     * What was sent.
     *
     * @throws io.zhike.message.ProblemException {@code preferences-refused} with every place that is wrong
     */
    static Preferences sent(JsonNode document, Set<Channel> offered) {
        PreferenceJson json = new PreferenceJson();
        document.propertyNames().stream()
                .filter(name -> !PARTS.contains(name))
                .forEach(name -> json.issues.add(Issue.at(name, NoticeError.PREFERENCE_UNKNOWN, name)));
        Preferences read = json.read(document, offered);
        if (!json.issues.isEmpty()) {
            throw NoticeError.PREFERENCES_REFUSED.problem(json.issues, json.issues.size());
        }
        return read;
    }

    private Preferences read(JsonNode document, Set<Channel> offered) {
        Map<Topic, Preferences.Choice> topics = new EnumMap<>(Topic.class);
        document.path("topics").properties().forEach(each -> {
            String at = "topics." + each.getKey();
            Topic.of(each.getKey())
                    .ifPresentOrElse(
                            topic -> topics.put(topic, choice(each.getValue(), at, offered)),
                            () -> issues.add(Issue.at(at, NoticeError.PREFERENCE_UNKNOWN, each.getKey())));
        });
        LocalTime digest = time(document.path("digest_at"), "digest_at").orElse(Preferences.USUAL_DIGEST);
        return new Preferences(topics, quiet(document.path("quiet")), digest, address(document.path("address")));
    }

    private Preferences.Choice choice(JsonNode node, String at, Set<Channel> offered) {
        Map<Channel, Mode> channels = new EnumMap<>(Channel.class);
        boolean inApp = true;
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String place = at + "." + each.getKey();
            Optional<Mode> mode = Mode.of(each.getValue().asString(""));
            Optional<Channel> channel = Channel.of(each.getKey()).filter(offered::contains);
            boolean here = each.getKey().equals(IN_APP);
            if (!here && channel.isEmpty()) {
                issues.add(Issue.at(place, NoticeError.PREFERENCE_UNKNOWN, each.getKey()));
            } else if (mode.isEmpty() || here && mode.get() == Mode.DIGEST) {
                issues.add(Issue.at(place, NoticeError.PREFERENCE_MODE));
            } else if (here) {
                inApp = mode.get() == Mode.AT_ONCE;
            } else {
                channels.put(channel.orElseThrow(), mode.get());
            }
        }
        return new Preferences.Choice(inApp, channels);
    }

    private Optional<Quiet> quiet(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(node.path("from"), "quiet.from");
        Optional<LocalTime> to = time(node.path("to"), "quiet.to");
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            issues.add(Issue.at("quiet", NoticeError.PREFERENCE_QUIET));
            return Optional.empty();
        }
        return Optional.of(new Quiet(from.get(), to.get()));
    }

    private Optional<LocalTime> time(JsonNode node, String at) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(node.asString(""), MINUTES));
        } catch (DateTimeParseException _) {
            issues.add(Issue.at(at, NoticeError.PREFERENCE_TIME));
            return Optional.empty();
        }
    }

    private @Nullable String address(JsonNode node) {
        if (node.isMissingNode() || node.isNull() || node.asString("").isBlank()) {
            return null;
        }
        String text = node.asString("").strip();
        if (!MailAddresses.isAddress(text)) {
            issues.add(Issue.at("address", NoticeError.NOT_AN_ADDRESS, text));
            return null;
        }
        return text;
    }

    /** As it is stored, and sent with the usual filled in for {@code offered}. */
    static ObjectNode of(Preferences preferences, Iterable<Channel> offered) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode topics = json.putObject("topics");
        preferences.all(offered).forEach((topic, choice) -> {
            ObjectNode told = topics.putObject(topic.code());
            told.put(IN_APP, (choice.inApp() ? Mode.AT_ONCE : Mode.OFF).code());
            for (Channel channel : offered) {
                told.put(channel.code(), preferences.mode(topic, channel).code());
            }
        });
        preferences
                .quiet()
                .ifPresentOrElse(
                        quiet -> json.putObject("quiet")
                                .put("from", MINUTES.format(quiet.from()))
                                .put("to", MINUTES.format(quiet.to())),
                        () -> json.putNull("quiet"));
        return json.put("digest_at", MINUTES.format(preferences.digestAt())).put("address", preferences.address());
    }
}
