package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How somebody wants to be told: what was not chosen is as usual, and what was is kept as it is. */
class PreferencesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Channel> MAIL_ONLY = EnumSet.of(Channel.MAIL);

    @Test
    void aChoiceForOneTopicLeavesAllOthersAsUsual() {
        Preferences chosen = new Preferences(
                Map.of(Topic.RULES, new Preferences.Choice(false, Map.of(Channel.MAIL, Mode.AT_ONCE))),
                Optional.empty(),
                Preferences.USUAL_DIGEST,
                null);
        for (Topic topic : Topic.values()) {
            boolean rules = topic == Topic.RULES;
            assertThat(chosen.inApp(topic)).as(topic.code()).isEqualTo(!rules);
            assertThat(chosen.mode(topic, Channel.MAIL)).isEqualTo(rules ? Mode.AT_ONCE : Mode.DIGEST);
            assertThat(chosen.mode(topic, Channel.SMS)).isEqualTo(Mode.OFF);
        }
    }

    @Test
    void aChoiceThatLeavesAChannelOutHasTheUsualForIt() {
        Preferences chosen =
                PreferenceJson.sent(JSON.readTree("{\"topics\": {\"rules\": {\"in_app\": \"off\"}}}"), MAIL_ONLY);
        assertThat(chosen.inApp(Topic.RULES)).isFalse();
        assertThat(chosen.mode(Topic.RULES, Channel.MAIL)).isEqualTo(Mode.DIGEST);
    }

    @Test
    void aDigestOfTheMinuteItIsMadeInWaitsForTomorrow() {
        Instant half = Instant.parse("2031-03-03T00:30:00Z"); // 08:30 in Shanghai
        Preferences usual = Preferences.USUAL;
        assertThat(usual.due(Mode.DIGEST, half.minusMillis(1), SHANGHAI)).isEqualTo(half);
        assertThat(usual.due(Mode.DIGEST, half, SHANGHAI)).isEqualTo(half.plusSeconds(86_400));
        assertThat(usual.due(Mode.AT_ONCE, half, SHANGHAI)).isEqualTo(half);
    }

    @Test
    void atOnceInTheMiddleOfTheNightWaitsForTheMorningOfTheSameQuietHours() {
        Preferences quiet = new Preferences(
                Map.of(),
                Optional.of(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                Preferences.USUAL_DIGEST,
                null);
        Instant morning = Instant.parse("2031-03-03T23:00:00Z");
        assertThat(quiet.due(Mode.AT_ONCE, Instant.parse("2031-03-03T14:00:00Z"), SHANGHAI))
                .isEqualTo(morning);
        assertThat(quiet.due(Mode.AT_ONCE, Instant.parse("2031-03-03T17:30:00Z"), SHANGHAI))
                .isEqualTo(morning);
        assertThat(quiet.due(Mode.AT_ONCE, morning, SHANGHAI)).isEqualTo(morning);
        Instant evening = Instant.parse("2031-03-03T13:59:59Z");
        assertThat(quiet.due(Mode.AT_ONCE, evening, SHANGHAI)).isEqualTo(evening);
    }

    @Test
    void whateverIsChosenIsReadAsItWasWritten() {
        Random random = new Random(20261123);
        for (int i = 0; i < 500; i++) {
            Preferences chosen = any(random);
            Preferences read = PreferenceJson.stored(PreferenceJson.of(chosen, Channel.ofMembers()));
            assertThat(read.all(Channel.ofMembers())).isEqualTo(chosen.all(Channel.ofMembers()));
            assertThat(read.quiet()).isEqualTo(chosen.quiet());
            assertThat(read.digestAt()).isEqualTo(chosen.digestAt());
            assertThat(read.address()).isEqualTo(chosen.address());
        }
    }

    private static Preferences any(Random random) {
        Map<Topic, Preferences.Choice> topics = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            Map<Channel, Mode> modes = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.ofMembers()) {
                if (random.nextBoolean()) {
                    modes.put(channel, Mode.values()[random.nextInt(Mode.values().length)]);
                }
            }
            if (random.nextInt(3) > 0) {
                topics.put(topic, new Preferences.Choice(random.nextBoolean(), modes));
            }
        }
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
        Optional<Quiet> quiet = random.nextBoolean()
                ? Optional.of(new Quiet(from, from.plusMinutes(1 + random.nextInt(1_400))))
                : Optional.empty();
        LocalTime digest = LocalTime.of(random.nextInt(24), random.nextInt(60));
        return new Preferences(
                topics, quiet, digest, random.nextBoolean() ? "a" + random.nextInt(9) + "@example.com" : null);
    }

    @Test
    void partsThatALaterReleaseStoredArePassedOverAndNotSent() {
        String later =
                "{\"topics\": {\"gossip\": {\"mail\": \"off\"}, \"rules\": {\"mail\": \"off\", \"pigeon\": \"at_once\"}}, \"colour\": \"red\"}";
        Preferences stored = PreferenceJson.stored(JSON.readTree(later));
        assertThat(stored.mode(Topic.RULES, Channel.MAIL)).isEqualTo(Mode.OFF);
        assertThatThrownBy(() -> PreferenceJson.sent(JSON.readTree(later), MAIL_ONLY))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aChannelThatNothingCanSendByIsNotChosen() {
        String sms = "{\"topics\": {\"rules\": {\"sms\": \"at_once\"}}}";
        assertThatThrownBy(() -> PreferenceJson.sent(JSON.readTree(sms), MAIL_ONLY))
                .isInstanceOf(ProblemException.class);
        assertThat(PreferenceJson.sent(JSON.readTree(sms), EnumSet.of(Channel.MAIL, Channel.SMS))
                        .mode(Topic.RULES, Channel.SMS))
                .isEqualTo(Mode.AT_ONCE);
    }

    @Test
    void quietHoursThatDoNotEndOrAreNoTimesAreRefused() {
        for (String quiet : new String[] {
            "{}",
            "{\"from\": \"22:00\"}",
            "{\"from\": \"22:00\", \"to\": \"22:00\"}",
            "{\"from\": \"25:00\", \"to\": \"07:00\"}",
            "7"
        }) {
            assertThatThrownBy(() -> PreferenceJson.sent(JSON.readTree("{\"quiet\": " + quiet + "}"), MAIL_ONLY))
                    .as(quiet)
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(PreferenceJson.sent(JSON.readTree("{\"quiet\": null}"), MAIL_ONLY)
                        .quiet())
                .isEmpty();
    }
}
