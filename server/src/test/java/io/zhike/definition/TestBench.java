package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.message.MessageCode;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.Jobs;
import io.zhike.store.TestDatabase;
import io.zhike.workspace.Builds;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Origin;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One workspace on the shared database with the kinds {@code app} and {@code form}, and a part that writes a log. */
final class TestBench {
    /** For somebody from whom nothing is hidden. */
    static final MenuSight.Seen SEEN = new MenuSight.Seen() {
        @Override
        public boolean uses(String app) {
            return true;
        }

        @Override
        public boolean leads(DefinitionKey target) {
            return true;
        }

        @Override
        public boolean meant(Collection<String> roles) {
            return true;
        }
    };

    final SettableClock clock = new SettableClock();
    final Database database = TestDatabase.database();
    final Workspace workspace = new Workspace(
            Ids.at(Instant.now()), "测试", TestDatabase.newWorkspaceSchema(), ZoneId.of("Asia/Shanghai"), Language.ZH);
    final People people = new People();
    final Caller ann = person("Ann");
    final Caller bob = person("Bob");
    final LogPart part = new LogPart();
    final DefinitionKinds kinds = new DefinitionKinds(List.of(new AppKind(), new FormKind()));
    final PublishedSets sets = new PublishedSets(database, clock);
    final Publisher publisher = publisher(sets);
    final Definitions definitions = on(sets);

    /** Definitions as another node sees them. */
    Definitions anotherNode() {
        return on(new PublishedSets(database, clock));
    }

    FinishPublish finish() {
        return new FinishPublish(database, null, List.of(part), clock);
    }

    private Definitions on(PublishedSets of) {
        return new Definitions(database, kinds, people, of, new Drafts(database, kinds, people, clock), publisher(of));
    }

    private Publisher publisher(PublishedSets of) {
        return new Publisher(database, kinds, List.of(part), of, new Jobs(database, clock), clock);
    }

    Caller person(String name) {
        UUID id = Ids.at(Instant.now());
        people.names.put(id, name);
        people.admins.add(id);
        return new Caller(workspace, id, Language.EN, new Origin.Session(Ids.at(Instant.now())));
    }

    /** Saves a form as Ann. */
    DraftResult save(String code, String... fields) {
        return definitions.put(ann, "form", code, FormKind.form(code, fields), null);
    }

    PublishResult publish(String... accepted) {
        return definitions.publish(ann, false, Set.of(accepted));
    }

    static DefinitionKey form(String code) {
        return new DefinitionKey("form", code);
    }

    /** People of whom some may build. */
    static final class People implements Builders {
        final Map<UUID, String> names = new HashMap<>();
        final Set<UUID> admins = new HashSet<>();

        @Override
        public Builds of(Caller caller) {
            boolean admin = caller.member() == null || admins.contains(caller.member());
            return admin ? Builds.EVERYTHING : Builds.NOTHING;
        }

        @Override
        public boolean reads(Caller caller, String entity, String element) {
            return true;
        }

        @Override
        public Label nameOf(Workspace workspace, @Nullable UUID member) {
            return Label.of(names.getOrDefault(member, "?"));
        }
    }

    /** A clock that tests move. */
    static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Makes a step for each form that is added ("make") or deleted ("drop", which loses 7 rows), and logs its calls. */
    static final class LogPart implements PublishPart {
        final List<String> log = new ArrayList<>();

        @Nullable
        Runnable duringPrepare;

        @Nullable
        RuntimeException failingApply;

        @Nullable
        RuntimeException failingAfter;

        @Override
        public String name() {
            return "log";
        }

        @Override
        public List<PublishStep> plan(
                DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after) {
            List<PublishStep> steps = new ArrayList<>();
            after.ofKind("form").stream()
                    .filter(form -> !before.has(form.key()))
                    .forEach(form -> steps.add(new Step("make", form.key().code())));
            before.ofKind("form").stream()
                    .filter(form -> !after.has(form.key()))
                    .forEach(form -> steps.add(new Step("drop", form.key().code())));
            return steps;
        }

        @Override
        public void prepare(Workspace workspace, List<PublishStep> steps) {
            log("prepare", steps);
            if (duringPrepare != null) {
                duringPrepare.run();
            }
        }

        @Override
        public void apply(DSLContext context, Workspace workspace, List<PublishStep> steps) {
            log("apply", steps);
            if (failingApply != null) {
                throw failingApply;
            }
        }

        @Override
        public void after(Workspace workspace, List<PublishStep> steps) {
            log("after", steps);
            if (failingAfter != null) {
                throw failingAfter;
            }
        }

        @Override
        public PublishStep read(JsonNode step) {
            return new Step(step.path("kind").stringValue(), step.path("form").stringValue());
        }

        private void log(String what, List<PublishStep> steps) {
            log.add(what + " "
                    + String.join(" ", steps.stream().map(PublishStep::key).toList()));
        }
    }

    record Step(String kind, String form) implements PublishStep {
        enum Said implements MessageCode {
            STEP;

            @Override
            public String zh() {
                return "{0} 表 {1}";
            }

            @Override
            public String en() {
                return "{0} table {1}";
            }
        }

        @Override
        public String key() {
            return kind + ":" + form;
        }

        @Override
        public Message title() {
            return Said.STEP.with(kind, form);
        }

        @Override
        public boolean lossy() {
            return kind.equals("drop");
        }

        @Override
        public long rowsLost() {
            return lossy() ? 7 : 0;
        }

        @Override
        public JsonNode toJson() {
            return Json.of("{}").put("kind", kind).put("form", form);
        }
    }
}
