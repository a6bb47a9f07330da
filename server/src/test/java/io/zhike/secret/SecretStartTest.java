package io.zhike.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.TestDatabase;
import io.zhike.store.WorkspaceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts of the server do about keys, one after the other over the same values. */
class SecretStartTest {
    private static final Field<UUID> ID = DSL.field(DSL.quotedName("id"), SQLDataType.UUID);
    private static final Field<String> VALUE = DSL.field(DSL.quotedName("value"), SQLDataType.CLOB);

    private final Database database = TestDatabase.database();
    private final WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
    private final Table<Record> table = schema.table("sealed_thing");
    private final SealedColumn column = new SealedColumn(table, ID, VALUE, "thing.value");

    @TempDir
    private Path data;

    @BeforeEach
    void makeTable() {
        forgetKeys();
        database.writing(ctx -> ctx.createTable(table).column(ID).column(VALUE).execute());
    }

    /** Other tests of this JVM seal with a key of their own. */
    @AfterEach
    void forgetKeys() {
        database.writing(ctx -> ctx.deleteFrom(Secrets.KEYS).execute());
    }

    @Test
    void theFirstStartMakesAKeyThatLaterOnesFind() throws IOException {
        UUID row = store(start(), "a secret");
        assertThat(Files.readString(data.resolve("secret.key"))).isNotBlank();
        assertThat(open(start(), row)).isEqualTo("a secret");
        assertThat(value(row)).startsWith("s1.").doesNotContain("a secret");
    }

    @Test
    void sealsAllAnewAfterARotationAndKeepsOpeningIt() {
        List<UUID> rows = new ArrayList<>();
        Secrets first = start();
        for (int i = 0; i < 1_203; i++) {
            rows.add(store(first, "secret " + i));
        }
        String old = keys().getFirst();
        String id = new KeyFile(data.resolve("secret.key")).rotate().current().id();
        Secrets second = start();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(value(rows.get(i))).startsWith(Sealing.beginning(id));
            assertThat(open(second, rows.get(i))).isEqualTo("secret " + i);
        }
        assertThat(keys()).containsExactly(id).doesNotContain(old);
    }

    @Test
    void refusesToGoOnWithoutAKeyThatIsNeededAndMakesNoOther() throws IOException {
        store(start(), "a secret");
        Files.delete(data.resolve("secret.key"));
        refusesToStart();
        assertThat(data.resolve("secret.key")).doesNotExist();
    }

    @Test
    void refusesToGoOnWithAnotherKeyThanTheOneThatIsNeeded() throws IOException {
        store(start(), "a secret");
        Files.writeString(data.resolve("secret.key"), KeyRing.newLine());
        refusesToStart();
    }

    @Test
    void aLostKeyThatSealsNothingAnyMoreIsNoMatter() throws IOException {
        UUID row = store(start(), "a secret");
        database.writing(ctx -> ctx.deleteFrom(table).where(ID.eq(row)).execute());
        Files.delete(data.resolve("secret.key"));
        UUID again = store(start(), "another");
        assertThat(open(start(), again)).isEqualTo("another");
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aNodeWithAKeyOfItsOwnSealsNothing() throws IOException {
        Secrets here = start();
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Secrets there = new Secrets("elsewhere");
        new SecretStart(database, new SecretSettings(elsewhere, new SecretSettings.Given("", "")))
                .begin(there, List.of(() -> List.of(column)));
        store(here, "a secret");
        assertThatThrownBy(() -> store(there, "another"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(SecretError.KEY_OF_ANOTHER_NODE));
    }

    @Test
    void sealsAnewWhatLiesInsideOtherValuesAndLeavesWhatOnlyLooksLikeIt() {
        Secrets first = start();
        UUID mine = UUID.randomUUID();
        UUID typed = UUID.randomUUID();
        Inside inside = new Inside(new HashMap<>());
        inside.texts().put(mine, database.write(ctx -> first.seal(ctx, column, mine, "a secret")));
        String old = Sealing.beginning(keys().getFirst());
        inside.texts().put(typed, old + "typed");
        new KeyFile(data.resolve("secret.key")).rotate();
        Secrets second = start(inside);
        assertThat(inside.texts().get(mine)).startsWith("s1.").doesNotStartWith(old);
        assertThat(second.open(column, mine, inside.texts().get(mine))).isEqualTo("a secret");
        assertThat(inside.texts()).containsEntry(typed, old + "typed");
    }

    @Test
    void refusesToGoOnWithoutTheKeyOfWhatLiesInsideOtherValues() throws IOException {
        Secrets first = start();
        UUID mine = UUID.randomUUID();
        Inside inside = new Inside(new HashMap<>());
        inside.texts().put(mine, database.write(ctx -> first.seal(ctx, column, mine, "a secret")));
        Files.delete(data.resolve("secret.key"));
        assertThatThrownBy(() -> start(inside)).isInstanceOf(ProblemException.class);
        assertThat(data.resolve("secret.key")).doesNotExist();
    }

    /** Texts by the rows they were sealed for. */
    private final class Inside implements SealedColumns, SealedElsewhere {
        private final Map<UUID, String> texts;

        private Inside(Map<UUID, String> texts) {
            this.texts = texts;
        }

        private Map<UUID, String> texts() {
            return texts;
        }

        @Override
        public List<SealedColumn> all() {
            return List.of(column);
        }

        @Override
        public List<SealedElsewhere> elsewhere() {
            return List.of(this);
        }

        @Override
        public boolean holds(DSLContext ctx, String beginning) {
            return texts.values().stream().anyMatch(text -> text.startsWith(beginning));
        }

        @Override
        public int replace(String beginning, Anew anew) {
            texts.replaceAll((row, text) -> anew.seal(column, row, text).orElse(text));
            return texts.size();
        }
    }

    @Test
    void takesTheKeyThatIsGivenInPlaceOfAFile() {
        String given = KeyRing.newLine();
        SecretSettings settings = new SecretSettings(data, new SecretSettings.Given(given, ""));
        Secrets secrets = new Secrets(settings.source());
        new SecretStart(database, settings).begin(secrets, List.of());
        UUID row = store(secrets, "a secret");
        assertThat(open(secrets, row)).isEqualTo("a secret");
        assertThat(data.resolve("secret.key")).doesNotExist();
        assertThat(settings.toString()).doesNotContain(given);
    }

    @Test
    void aValueInTheRowOfAnotherIsBroken() {
        Secrets secrets = start();
        UUID mine = store(secrets, "mine");
        UUID yours = store(secrets, "yours");
        String moved = value(yours);
        assertThatThrownBy(() -> secrets.open(column, mine, moved)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> secrets.open(column, mine, "never sealed")).isInstanceOf(ProblemException.class);
    }

    private void refusesToStart() {
        assertThatThrownBy(this::start).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.message().code()).isEqualTo(SecretError.KEY_MISSING);
            assertThat(problem.message().arguments().getLast().toString()).endsWith("secret.key");
        });
    }

    private Secrets start() {
        return start(() -> List.of(column));
    }

    private Secrets start(SealedColumns module) {
        SecretSettings settings = new SecretSettings(data, new SecretSettings.Given("", ""));
        Secrets secrets = new Secrets(settings.source());
        new SecretStart(database, settings).begin(secrets, List.of(module));
        return secrets;
    }

    private UUID store(Secrets secrets, String plain) {
        UUID row = UUID.randomUUID();
        database.writing(ctx -> ctx.insertInto(table)
                .set(ID, row)
                .set(VALUE, secrets.seal(ctx, column, row, plain))
                .execute());
        return row;
    }

    private String open(Secrets secrets, UUID row) {
        return secrets.open(column, row, value(row));
    }

    private String value(UUID row) {
        return database.read(
                ctx -> ctx.select(VALUE).from(table).where(ID.eq(row)).fetchSingle(VALUE));
    }

    private List<String> keys() {
        return database.read(
                ctx -> ctx.select(Secrets.KEY_ID).from(Secrets.KEYS).fetch(Secrets.KEY_ID));
    }
}
