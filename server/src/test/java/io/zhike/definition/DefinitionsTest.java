package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ErrorCode;
import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.message.MessageCode;
import io.zhike.message.ProblemException;
import io.zhike.workspace.WorkspaceError;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private final TestBench bench = new TestBench();
    private final Definitions definitions = bench.definitions;

    @Test
    void aDraftIsSeenByBuildersOnlyUntilItIsPublished() {
        DraftResult saved = bench.save("customer", "{code: 'name'}");

        assertThat(saved.issues()).isEmpty();
        assertThat(definitions.published(bench.workspace).has(TestBench.form("customer")))
                .isFalse();
        assertThat(definitions.drafted(bench.workspace).has(TestBench.form("customer")))
                .isTrue();

        PublishResult result = bench.publish();

        assertThat(result.revision()).isEqualTo(1);
        assertThat(definitions.published(bench.workspace).revision()).isEqualTo(1);
        assertThat(definitions
                        .published(bench.workspace)
                        .get(TestBench.form("customer"))
                        .label()
                        .zh())
                .isEqualTo("customer表");
        assertThat(definitions.drafts(bench.workspace)).isEmpty();
    }

    @Test
    void publishingNothingChangesNothing() {
        assertThat(bench.publish()).isEqualTo(new PublishResult(0, List.of()));
        assertThat(definitions.revisions(bench.workspace, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void refusesADocumentOfTheWrongShapeWithAllPlaces() {
        assertThatProblem(
                        DefinitionError.INVALID_DEFINITION,
                        () -> definitions.put(
                                bench.ann, "form", "customer", Json.of("{label: {zh: 1}, fields: [{}, {}]}"), null))
                .extracting(Issue::path)
                .containsExactlyInAnyOrder("label.zh", "fields[0].code", "fields[1].code");
        assertThat(definitions.drafts(bench.workspace)).isEmpty();
    }

    @Test
    void refusesADocumentThatContradictsItsAddress() {
        assertThatProblem(
                DefinitionError.NOT_A_DOCUMENT,
                () -> definitions.put(bench.ann, "form", "customer", FormKind.form("order"), null));
        assertThatProblem(
                DefinitionError.UNKNOWN_KIND,
                () -> definitions.put(bench.ann, "flow", "x", Json.of("{label: {zh: 'x'}}"), null));
    }

    @Test
    void refusesAnybodyWhoMayNotBuild() {
        bench.people.admins.remove(bench.bob.member());

        assertThatProblem(
                WorkspaceError.ADMIN_NEEDED, () -> definitions.put(bench.bob, "form", "x", FormKind.form("x"), null));
        assertThatProblem(WorkspaceError.ADMIN_NEEDED, () -> definitions.delete(bench.bob, TestBench.form("x"), null));
        assertThatProblem(WorkspaceError.ADMIN_NEEDED, () -> definitions.discard(bench.bob, TestBench.form("x"), null));
        assertThatProblem(WorkspaceError.ADMIN_NEEDED, () -> definitions.publish(bench.bob, true, Set.of()));
        assertThatProblem(WorkspaceError.ADMIN_NEEDED, () -> definitions.restore(bench.bob, 0));
    }

    @Test
    void namesWhoChangedADefinitionMeanwhile() {
        long seen = bench.save("customer").version();
        definitions.put(bench.bob, "form", "customer", FormKind.form("customer", "{code: 'a'}"), seen);

        assertThatThrownBy(() -> definitions.put(bench.ann, "form", "customer", FormKind.form("customer"), seen))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().in(Language.EN))
                                .startsWith("'form/customer' has been changed by Bob (2026-11-22 16:00)."));
        assertThat(definitions
                        .drafted(bench.workspace)
                        .get(TestBench.form("customer"))
                        .get("fields"))
                .hasSize(1);
    }

    @Test
    void withoutAVersionNobodyOverwritesSomebodyElsesDraft() {
        bench.save("customer");
        bench.save("customer", "{code: 'a'}");

        assertThatProblem(
                DefinitionError.DRAFT_CONFLICT,
                () -> definitions.put(bench.bob, "form", "customer", FormKind.form("customer"), null));
        assertThatProblem(
                DefinitionError.DRAFT_CONFLICT, () -> definitions.discard(bench.bob, TestBench.form("customer"), null));
    }

    @Test
    void aVersionFromBeforeAPublishIsStillThatOfThePublishedState() {
        long saved = bench.save("customer").version();
        bench.publish();

        assertThat(definitions.version(bench.workspace, TestBench.form("customer")))
                .isEqualTo(saved);
        definitions.put(bench.bob, "form", "customer", FormKind.form("customer", "{code: 'a'}"), saved);
        assertThatProblem(
                DefinitionError.DRAFT_CONFLICT,
                () -> definitions.put(bench.ann, "form", "customer", FormKind.form("customer"), saved));
    }

    @Test
    void aDiscardedDraftsVersionNeverComesAgain() {
        bench.save("customer");
        bench.publish();
        long discarded = bench.save("customer", "{code: 'a'}").version();
        definitions.discard(bench.ann, TestBench.form("customer"), discarded);
        long next = bench.save("customer", "{code: 'b'}").version();

        assertThat(next).isGreaterThan(discarded);
        assertThatProblem(
                DefinitionError.DRAFT_CONFLICT,
                () -> definitions.put(bench.bob, "form", "customer", FormKind.form("customer"), discarded));
    }

    @Test
    void savingWhatIsPublishedLeavesNoDraft() {
        bench.save("customer");
        bench.publish();
        bench.save("customer", "{code: 'a'}");

        DraftResult back = bench.save("customer");

        assertThat(back.draft()).isNull();
        assertThat(definitions.drafts(bench.workspace)).isEmpty();
    }

    @Test
    void deletingWhatWasNeverPublishedLeavesNothing() {
        bench.save("customer");
        definitions.delete(bench.ann, TestBench.form("customer"), null);

        assertThat(definitions.drafts(bench.workspace)).isEmpty();
        assertThatProblem(
                DefinitionError.UNKNOWN_DEFINITION,
                () -> definitions.delete(bench.ann, TestBench.form("customer"), null));
        assertThatProblem(
                DefinitionError.UNKNOWN_DRAFT, () -> definitions.discard(bench.ann, TestBench.form("customer"), null));
    }

    @Test
    void aSaveTellsWhatKeepsItFromBeingPublished() {
        DraftResult saved = bench.save("order", "{code: 'customer', form: 'custmer'}");
        assertThat(saved.issues()).extracting(Issue::path).containsExactly("fields[0].form");

        bench.save("customer");
        assertThat(definitions.issues(bench.workspace))
                .extracting(issue -> issue.path() + ": " + issue.message().in(Language.EN))
                .containsExactly("form/order.fields[0].form: There is no form 'custmer'. Did you mean customer?");
    }

    @Test
    void deletingWhatIsStillReferredToNamesEveryReferrer() {
        bench.save("customer", "{code: 'name', label: {zh: '名称'}}");
        bench.save("order", "{code: 'a'}", "{code: 'customer', form: 'customer'}");
        bench.save("visit", "{code: 'customer', form: 'customer', field: 'name'}");
        bench.publish();

        DraftResult deleted = definitions.delete(bench.ann, TestBench.form("customer"), null);

        assertThat(deleted.issues())
                .extracting(issue -> issue.path() + ": " + issue.message().in(Language.ZH))
                .containsExactly(
                        "form/order.fields[1].form: 表单「order表」在这里用到了表单「customer表」，而它将被删除。请先改掉这一处，或保留「customer表」。",
                        "form/visit.fields[0].field: 表单「visit表」在这里用到了表单「customer表」，而它将被删除。请先改掉这一处，或保留「customer表」。");
        assertThatProblem(DefinitionError.CANNOT_PUBLISH, () -> bench.publish("drop:customer"))
                .hasSize(2);
        assertThat(definitions.published(bench.workspace).revision()).isEqualTo(1);
    }

    @Test
    void deletingAnElementThatIsReferredToNamesTheReferrer() {
        bench.save("customer", "{code: 'name', label: {zh: '名称'}}", "{code: 'nam'}");
        bench.save("visit", "{code: 'customer', form: 'customer', field: 'name'}");
        bench.publish();

        DraftResult saved = bench.save("customer", "{code: 'nam'}");

        assertThat(saved.issues())
                .extracting(issue -> issue.path() + " " + issue.message().code().code())
                .containsExactly("form/visit.fields[0].field refers-to-deleted-element");
        assertThat(saved.issues().getFirst().message().in(Language.ZH)).contains("的「名称」");
    }

    @Test
    void whatIsDeletedTogetherWithItsReferrersMayGo() {
        bench.save("customer");
        bench.save("order", "{code: 'customer', form: 'customer'}");
        bench.publish();
        definitions.delete(bench.ann, TestBench.form("customer"), null);
        definitions.delete(bench.ann, TestBench.form("order"), null);

        bench.publish("drop:customer", "drop:order");

        assertThat(definitions.published(bench.workspace).all()).isEmpty();
    }

    @Test
    void aDeletedDefinitionLiesInTheTrashUntilItIsSavedAgain() {
        bench.save("customer", "{code: 'name'}");
        bench.publish();
        definitions.delete(bench.ann, TestBench.form("customer"), null);
        bench.publish("drop:customer");

        Definition kept = definitions.trash(bench.workspace).getFirst();
        definitions.put(bench.ann, "form", "customer", kept.body(), null);
        bench.publish();

        assertThat(definitions
                        .published(bench.workspace)
                        .get(TestBench.form("customer"))
                        .get("fields"))
                .hasSize(1);
        assertThat(definitions.trash(bench.workspace)).isEmpty();
    }

    @Test
    void publishesTheDraftsOfOneApp() {
        definitions.put(bench.ann, "app", "crm", Json.of("{code: 'crm', app: 'crm', label: {zh: '客户'}}"), null);
        bench.save("loose");

        definitions.publish(bench.ann, "crm", false, Set.of());

        assertThat(definitions.published(bench.workspace).all())
                .extracting(Definition::app)
                .containsExactly("crm");
        assertThat(definitions.drafts(bench.workspace)).extracting(Draft::key).containsExactly(TestBench.form("loose"));
    }

    @Test
    void comparesRevisionsElementByElement() {
        bench.save(
                "customer", "{code: 'a', width: 1}", "{code: 'b'}", "{code: 's', options: [{code: 'x'}, {code: 'y'}]}");
        bench.save("gone");
        bench.publish();
        bench.save("customer", "{code: 's', options: [{code: 'x', note: 1}]}", "{code: 'a', width: 2}", "{code: 'c'}");
        bench.save("made");
        definitions.delete(bench.ann, TestBench.form("gone"), null);
        bench.publish("drop:gone");

        List<DefinitionChange> changes = definitions.compare(bench.workspace, 1, 2);

        assertThat(changes)
                .extracting(change -> change.key().code() + " " + change.how())
                .containsExactly("customer CHANGED", "gone REMOVED", "made ADDED");
        assertThat(changes.getFirst().elements())
                .extracting(
                        change -> change.how() + " " + change.element() + " " + change.before() + " " + change.after())
                .containsExactlyInAnyOrder(
                        "REMOVED b fields[1] null",
                        "REMOVED s.y fields[2].options[1] null",
                        "ADDED s.x null fields[0].options[0].note",
                        "CHANGED a fields[0].width fields[1].width",
                        "ADDED c null fields[2]",
                        "REORDERED  fields fields");
        assertThat(definitions.compare(bench.workspace, 2, 2)).isEmpty();
        assertThatProblem(DefinitionError.UNKNOWN_REVISION, () -> definitions.compare(bench.workspace, 1, 3));
    }

    @Test
    void restoresAnyRevisionAsDrafts() {
        bench.save("customer", "{code: 'a'}");
        bench.save("order");
        bench.publish();
        bench.save("customer", "{code: 'b'}");
        bench.save("visit");
        definitions.delete(bench.ann, TestBench.form("order"), null);
        bench.publish("drop:order");

        definitions.restore(bench.ann, 1);
        bench.publish("drop:visit");

        assertThat(definitions.published(bench.workspace).revision()).isEqualTo(3);
        assertThat(definitions.compare(bench.workspace, 1, 3)).isEmpty();
        assertThat(definitions.at(bench.workspace, 2).has(TestBench.form("visit")))
                .isTrue();
        assertThat(definitions.at(bench.workspace, 0).all()).isEmpty();
    }

    @Test
    void restoreRefusesToOverwriteDrafts() {
        bench.save("customer");
        bench.publish();
        bench.save("order");

        assertThatProblem(DefinitionError.DRAFTS_IN_THE_WAY, () -> definitions.restore(bench.ann, 0));
    }

    @Test
    void anotherNodeSeesAPublishWithinTwoSeconds() {
        Definitions other = bench.anotherNode();
        assertThat(other.published(bench.workspace).revision()).isZero();
        bench.save("customer");
        bench.publish();

        assertThat(other.published(bench.workspace).revision()).isZero();
        bench.clock.pass(Duration.ofSeconds(2));
        assertThat(other.published(bench.workspace).revision()).isEqualTo(1);
    }

    @Test
    void theSameRevisionIsTheSameObject() {
        bench.save("customer");
        bench.publish();
        DefinitionSet set = definitions.published(bench.workspace);
        bench.clock.pass(Duration.ofHours(1));

        assertThat(definitions.published(bench.workspace)).isSameAs(set);
    }

    static org.assertj.core.api.ListAssert<Issue> assertThatProblem(MessageCode code, ThrowingCallable call) {
        List<Issue> issues = new java.util.ArrayList<>();
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat((ErrorCode) problem.message().code()).isEqualTo(code);
            issues.addAll(problem.issues());
        });
        return assertThat(issues);
    }
}
