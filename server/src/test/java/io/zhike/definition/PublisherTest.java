package io.zhike.definition;

import static io.zhike.definition.DefinitionsTest.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final TestBench bench = new TestBench();

    @Test
    void preparesThenAppliesAndLeavesTheRestToAJob() {
        bench.save("customer");
        bench.publish();

        assertThat(bench.part.log).containsExactly("prepare make:customer", "apply make:customer");
        assertThat(newest().finishedAt()).isNull();

        bench.finish().finish(bench.workspace, 1);
        bench.finish().finish(bench.workspace, 1);

        assertThat(bench.part.log).endsWith("after make:customer").hasSize(3);
        assertThat(newest().finishedAt()).isNotNull();
    }

    @Test
    void workAfterTheCommitThatFailedIsDoneAgain() {
        bench.save("customer");
        bench.publish();
        bench.part.failingAfter = new IllegalStateException("killed");
        assertThatThrownBy(() -> bench.finish().finish(bench.workspace, 1)).hasMessage("killed");
        bench.part.failingAfter = null;

        bench.finish().finish(bench.workspace, 1);

        assertThat(bench.part.log).endsWith("after make:customer", "after make:customer");
        assertThat(newest().finishedAt()).isNotNull();
    }

    @Test
    void aDryRunShowsThePlanAndDoesNothing() {
        bench.save("customer");

        PublishResult result = bench.definitions.publish(bench.ann, true, Set.of());

        assertThat(result.revision()).isZero();
        assertThat(result.steps()).extracting(PublishStep::key).containsExactly("make:customer");
        assertThat(bench.part.log).isEmpty();
        assertThat(bench.definitions.drafts(bench.workspace)).hasSize(1);
        assertThat(bench.anotherNode().published(bench.workspace).revision()).isZero();
    }

    @Test
    void aDryRunSaysWhatIsWrong() {
        bench.save("order", "{code: 'c', form: 'nowhere'}");

        assertThatProblem(DefinitionError.CANNOT_PUBLISH, () -> bench.definitions.publish(bench.ann, true, Set.of()))
                .hasSize(1);
    }

    @Test
    void lossyStepsAreRefusedUnlessAcceptedByTheirKey() {
        bench.save("customer");
        bench.save("order");
        bench.publish();
        bench.part.log.clear();
        bench.definitions.delete(bench.ann, TestBench.form("customer"), null);
        bench.definitions.delete(bench.ann, TestBench.form("order"), null);

        assertThatProblem(DefinitionError.PUBLISH_LOSES_DATA, () -> bench.publish("drop:customer", "drop:nothing"))
                .extracting(issue -> issue.path() + ": " + issue.message().in(Language.EN))
                .containsExactly("drop:order: drop table order (7 rows lose data; to accept it, send drop:order)");
        assertThat(bench.part.log).isEmpty();

        assertThat(bench.publish("drop:customer", "drop:order").revision()).isEqualTo(2);
    }

    @Test
    void allOrNothing() {
        bench.save("customer");
        bench.publish();
        bench.save("customer", "{code: 'a'}");
        bench.save("order");
        bench.part.failingApply = new IllegalStateException("no table");

        assertThatThrownBy(() -> bench.publish()).hasMessage("no table");

        assertThat(bench.definitions.published(bench.workspace).revision()).isEqualTo(1);
        DefinitionSet stored = bench.anotherNode().published(bench.workspace);
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.all()).hasSize(1);
        assertThat(stored.get(TestBench.form("customer")).get("fields")).isEmpty();
        assertThat(bench.definitions.drafts(bench.workspace)).hasSize(2);
        assertThat(bench.definitions.revisions(bench.workspace, Long.MAX_VALUE, 9))
                .hasSize(1);

        bench.part.failingApply = null;
        assertThat(bench.publish().revision()).isEqualTo(2);
    }

    @Test
    void oneAtATimeAndTheOtherIsToldSo() {
        bench.save("customer");
        AtomicReference<Throwable> second = new AtomicReference<>();
        bench.part.duringPrepare = () -> {
            bench.part.duringPrepare = null;
            try {
                bench.anotherNode().publish(bench.bob, false, Set.of());
            } catch (RuntimeException refused) {
                second.set(refused);
            }
        };

        assertThat(bench.publish().revision()).isEqualTo(1);

        assertThatProblem(DefinitionError.PUBLISH_RUNNING, () -> {
            throw second.get();
        });
    }

    @Test
    void whatIsSavedDuringAPublishStaysADraftOfTheNewRevision() {
        bench.save("customer", "{code: 'a'}");
        bench.part.duringPrepare = () -> bench.save("customer", "{code: 'b'}");

        bench.publish();

        assertThat(fields(bench.definitions.published(bench.workspace))).isEqualTo("a");
        assertThat(fields(bench.definitions.drafted(bench.workspace))).isEqualTo("b");
        Draft draft = bench.definitions
                .draft(bench.workspace, TestBench.form("customer"))
                .orElseThrow();
        assertThat(draft.base()).isEqualTo(1);
    }

    @Test
    void checksCollectAllProblemsOfAllDrafts() {
        bench.save("a", "{code: 'x', form: 'missing'}", "{code: 'x'}");
        bench.definitions.put(
                bench.bob, "form", "b", Json.of("{title: 'bad', app: 'nowhere', label: {zh: '乙'}}"), null);

        assertThatProblem(DefinitionError.CANNOT_PUBLISH, bench::publish)
                .extracting(Issue::path)
                .containsExactlyInAnyOrder("form/a.fields[0].form", "form/a.fields[1]", "form/b.title");
    }

    @Test
    void aPublishIsRememberedWithItsStepsAndItsPublisher() {
        bench.save("customer");
        bench.publish();
        bench.save("customer", "{code: 'a'}");
        bench.definitions.publish(bench.bob, false, Set.of());

        List<Revision> revisions = bench.definitions.revisions(bench.workspace, Long.MAX_VALUE, 10);

        assertThat(revisions).extracting(Revision::number).containsExactly(2L, 1L);
        assertThat(revisions).extracting(Revision::publishedBy).containsExactly(bench.bob.member(), bench.ann.member());
        assertThat(revisions.getLast().steps().toString())
                .isEqualTo("{\"log\":[{\"kind\":\"make\",\"form\":\"customer\"}]}");
        assertThat(revisions.getFirst().finishedAt()).isNotNull();
        assertThat(bench.definitions.revisions(bench.workspace, 2, 10)).hasSize(1);
    }

    private static String fields(DefinitionSet set) {
        return set.get(TestBench.form("customer"))
                .get("fields")
                .path(0)
                .path("code")
                .stringValue();
    }

    private Revision newest() {
        return bench.definitions.revisions(bench.workspace, Long.MAX_VALUE, 1).getFirst();
    }
}
