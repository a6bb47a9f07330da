package io.zhike.entity.table;

import static io.zhike.entity.TestEntities.child;
import static io.zhike.entity.TestEntities.entity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.definition.Definition;
import io.zhike.definition.PublishStep;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntityTablesTest {
    private static final String NAME = "{code: 'name', type: 'text', label: '名称', title: true}";
    private static final String PHONE = "{code: 'phone', type: 'phone', label: '电话'}";

    private final TableBench bench = new TableBench();

    @Test
    void makesATableWithTheSystemsColumnsAndOnePerField() {
        List<PublishStep> steps = bench.publish(entity(
                "e_customer",
                "客户",
                NAME,
                "{code: 'tags', type: 'multi_select', options: [{code: 'a', label: {zh: '甲'}}]}",
                "{code: 'place', type: 'location'}",
                "{code: 'sum', type: 'formula', formula: '1 + 1'}"));

        assertThat(steps).extracting(PublishStep::kind).containsExactly("create-entity");
        assertThat(steps.getFirst().title().in(Language.EN)).isEqualTo("Make the entity '客户' with 3 fields");
        assertThat(bench.structure())
                .contains(
                        "e_customer.id uuid not null",
                        "e_customer.number bigint not null",
                        "e_customer.version integer not null",
                        "e_customer.created_at timestamp with time zone not null",
                        "e_customer.search text",
                        "e_customer.name text",
                        "e_customer.tags text[]",
                        "e_customer.place__lng numeric",
                        "e_customer.place__address text",
                        "CREATE INDEX e_customer__created_at__ix ON w.e_customer USING btree (created_at DESC, id) WHERE (deleted_at IS NULL)",
                        "CREATE INDEX e_customer__tags__ix ON w.e_customer USING gin (tags)")
                .anyMatch(line -> line.contains("gin (") && line.contains("grams(search)"))
                .noneMatch(line -> line.contains(".sum "));
    }

    @Test
    void addsAFieldWithoutTouchingRows() {
        bench.publish(entity("e_customer", "客户", NAME));
        UUID id = bench.insert("e_customer", Map.of("name", "张三"));
        String before = bench.place("e_customer", id);

        List<PublishStep> steps = bench.publish(entity("e_customer", "客户", NAME, PHONE));

        assertThat(steps).extracting(PublishStep::key).containsExactly("add-field:e_customer.phone");
        assertThat(bench.structure()).contains("e_customer.phone text");
        assertThat(bench.place("e_customer", id)).isEqualTo(before);
    }

    @Test
    void renamesALabelWithoutTouchingTheTable() {
        bench.publish(entity("e_customer", "客户", NAME));
        List<String> before = bench.structure();

        List<PublishStep> steps = bench.publish(entity("e_customer", "客户", NAME.replace("名称", "全名")));

        assertThat(steps).extracting(PublishStep::kind).containsExactly("rename-field");
        assertThat(bench.structure()).isEqualTo(before);
    }

    @Test
    void keepsDeletedFieldsAndBringsThemBack() {
        Definition with = entity("e_customer", "客户", NAME, PHONE.replace("}", ", unique: true}"));
        bench.publish(with);
        List<String> structure = bench.structure();
        UUID id = bench.insert("e_customer", Map.of("phone", "+8613800138000"));

        List<PublishStep> trashed = bench.publish(entity("e_customer", "客户", NAME));

        assertThat(trashed).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo("trash-field");
            assertThat(step.lossy()).isFalse();
            assertThat(step.title().in(Language.EN)).contains("1 records");
        });
        assertThat(bench.structure()).noneMatch(line -> line.contains("phone"));

        List<PublishStep> restored = bench.publish(with);

        assertThat(restored).extracting(PublishStep::kind).containsExactly("restore-field", "make-unique");
        assertThat(bench.value("e_customer", "phone", id)).isEqualTo("+8613800138000");
        assertThat(bench.structure()).isEqualTo(structure);
        assertThat(new EntityTrash(bench.database, Clock.systemUTC()).list(bench.workspace))
                .isEmpty();
    }

    @Test
    void beginsAnewWhereADeletedFieldComesBackAsAnotherType() {
        bench.publish(entity("e_customer", "客户", NAME, PHONE));
        UUID id = bench.insert("e_customer", Map.of("phone", "+8613800138000"));
        bench.publish(entity("e_customer", "客户", NAME));

        bench.publish(entity("e_customer", "客户", NAME, "{code: 'phone', type: 'number'}"));

        assertThat(bench.value("e_customer", "phone", id)).isNull();
        assertThat(bench.structure()).contains("e_customer.phone numeric");
        assertThat(new EntityTrash(bench.database, Clock.systemUTC()).list(bench.workspace))
                .hasSize(1);
    }

    @Test
    void purgesTheDataOfADeletedField() {
        bench.publish(entity("e_customer", "客户", NAME, PHONE));
        bench.publish(entity("e_customer", "客户", NAME));
        EntityTrash trash = new EntityTrash(bench.database, Clock.systemUTC());
        EntityTrash.Item item = trash.list(bench.workspace).getFirst();

        trash.purge(bench.workspace, item.id());

        assertThat(trash.list(bench.workspace)).isEmpty();
        assertThat(bench.count("select count(*) from information_schema.columns where table_schema = '"
                        + bench.schema.name() + "' and column_name like 'zz%'"))
                .isZero();
        assertThatThrownBy(() -> trash.purge(bench.workspace, item.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void keepsDeletedEntitiesWithTheirLinksAndBringsThemBack() {
        Definition customer = entity("e_customer", "客户", NAME);
        Definition visit = entity(
                "e_visit",
                "拜访",
                "{code: 'customer', type: 'relation', entity: 'e_customer'}",
                "{code: 'others', type: 'relation', entity: 'e_customer', many: true}");
        bench.publish(customer, visit);
        List<String> structure = bench.structure();
        UUID zhang = bench.insert("e_customer", Map.of("name", "张三"));
        UUID met = bench.insert("e_visit", Map.of("customer", zhang));
        bench.execute(
                "insert into $s.e_visit__others (source, target, position) values ('" + met + "', '" + zhang + "', 1)");

        bench.publish(customer);

        assertThat(bench.structure()).noneMatch(line -> line.contains("e_visit"));

        bench.publish(customer, visit);

        assertThat(bench.value("e_visit", "customer", met)).isEqualTo(zhang);
        assertThat(bench.count("select count(*) from $s.e_visit__others")).isEqualTo(1);
        assertThat(bench.structure()).isEqualTo(structure);
    }

    @Test
    void letsAnEntityOfTheSameCodeComeBackDifferently() {
        bench.publish(entity("e_customer", "客户", NAME, PHONE));
        bench.insert("e_customer", Map.of("name", "张三", "phone", "+8613800138000"));
        bench.publish();

        bench.publish(entity("e_customer", "客户", NAME, "{code: 'age', type: 'number'}"));

        assertThat(bench.structure()).contains("e_customer.age numeric").noneMatch(line -> line.contains("phone"));
        assertThat(bench.count("select count(*) from $s.e_customer where name = '张三'"))
                .isEqualTo(1);
    }

    @Test
    void purgesADeletedEntity() {
        bench.publish(entity("e_customer", "客户", NAME));
        bench.publish();
        EntityTrash trash = new EntityTrash(bench.database, Clock.systemUTC());

        trash.purge(bench.workspace, trash.list(bench.workspace).getFirst().id());
        List<PublishStep> again = bench.publish(entity("e_customer", "客户", NAME));

        assertThat(again).extracting(PublishStep::kind).containsExactly("create-entity");
    }

    @Test
    void changesATypeAndCountsWhatIsLost() {
        bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'text', indexed: true}"));
        UUID good = bench.insert("e_customer", Map.of("size", "1,200"));
        UUID bad = bench.insert("e_customer", Map.of("size", "很大"));
        UUID none = bench.insert("e_customer", Map.of());

        List<PublishStep> steps =
                bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'number', indexed: true}"));

        PublishStep change = steps.getFirst();
        assertThat(change.key()).isEqualTo("change-type:e_customer.size");
        assertThat(change.lossy()).isTrue();
        assertThat(change.rowsLost()).isEqualTo(1);
        assertThat(change.title().in(Language.EN)).contains("很大").contains("2 records are rewritten");
        assertThat((BigDecimal) bench.value("e_customer", "size", good)).isEqualByComparingTo("1200");
        assertThat(bench.value("e_customer", "size", bad)).isNull();
        assertThat(bench.value("e_customer", "size", none)).isNull();
        assertThat(bench.structure())
                .contains("e_customer.size numeric")
                .anyMatch(line -> line.contains("e_customer__size__ix"));
        assertThat(new EntityTrash(bench.database, Clock.systemUTC()).list(bench.workspace))
                .hasSize(1);
    }

    @Test
    void changesNoTableWhereTheSameColumnHoldsTheSameValues() {
        bench.publish(entity("e_customer", "客户", NAME));
        UUID id = bench.insert("e_customer", Map.of("name", "张三"));
        String before = bench.place("e_customer", id);

        List<PublishStep> steps = bench.publish(entity("e_customer", "客户", NAME.replace("'text'", "'long_text'")));

        assertThat(steps.getFirst().rowsLost()).isZero();
        assertThat(bench.place("e_customer", id)).isEqualTo(before);
    }

    @Test
    void catchesUpWithWhatIsWrittenWhileATypeIsChanged() {
        bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'text'}"));
        UUID one = bench.insert("e_customer", Map.of("size", "1"));
        UUID two = bench.insert("e_customer", Map.of("size", "2"));
        List<PublishStep> steps = bench.plan(entity("e_customer", "客户", NAME, "{code: 'size', type: 'number'}"));
        bench.tables.prepare(bench.workspace, steps);
        bench.execute("update $s.e_customer set size = '11' where id = '" + one + "'");
        bench.execute("update $s.e_customer set size = null where id = '" + two + "'");
        UUID three = bench.insert("e_customer", Map.of("size", "3"));

        bench.database.writing(ctx -> bench.tables.apply(ctx, bench.workspace, steps));

        assertThat((BigDecimal) bench.value("e_customer", "size", one)).isEqualByComparingTo("11");
        assertThat(bench.value("e_customer", "size", two)).isNull();
        assertThat((BigDecimal) bench.value("e_customer", "size", three)).isEqualByComparingTo("3");
    }

    @Test
    void losesNothingThatWasNotShownBefore() {
        bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'text'}"));
        bench.insert("e_customer", Map.of("size", "1"));
        List<PublishStep> steps = bench.plan(entity("e_customer", "客户", NAME, "{code: 'size', type: 'number'}"));
        bench.tables.prepare(bench.workspace, steps);
        UUID late = bench.insert("e_customer", Map.of("size", "大"));

        assertThatThrownBy(() -> bench.database.writing(ctx -> bench.tables.apply(ctx, bench.workspace, steps)))
                .isInstanceOf(ProblemException.class);
        assertThat(bench.value("e_customer", "size", late)).isEqualTo("大");
    }

    @Test
    void takesUpAFailedPublishAgain() {
        bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'text'}"));
        UUID id = bench.insert("e_customer", Map.of("size", "7"));
        Definition wanted = entity("e_customer", "客户", NAME, "{code: 'size', type: 'number'}", PHONE);
        bench.tables.prepare(bench.workspace, bench.plan(wanted));
        bench.tables.prepare(
                bench.workspace,
                bench.plan(entity(
                        "e_customer", "客户", NAME, "{code: 'size', type: 'text'}", "{code: 'phone', type: 'number'}")));

        bench.publish(wanted);

        assertThat((BigDecimal) bench.value("e_customer", "size", id)).isEqualByComparingTo("7");
        assertThat(bench.structure()).contains("e_customer.phone text");
    }

    @Test
    void countsBlanksOfAFieldThatBecomesRequired() {
        bench.publish(entity("e_customer", "客户", NAME));
        bench.insert("e_customer", Map.of());
        bench.insert("e_customer", Map.of("name", "张三"));

        List<PublishStep> steps =
                bench.publish(entity("e_customer", "客户", NAME.replace("title", "required: true, title")));

        assertThat(steps)
                .singleElement()
                .satisfies(step -> assertThat(step.title().in(Language.EN)).contains("1 records are blank"));
    }

    @Test
    void namesDuplicatesAndChangesNothingWhereUniquenessCannotBe() {
        bench.publish(entity("e_customer", "客户", NAME, "{code: 'size', type: 'text'}"));
        bench.insert("e_customer", Map.of("name", "张三"));
        bench.insert("e_customer", Map.of("name", "张三"));
        Definition wanted = entity("e_customer", "客户", NAME.replace("title", "unique: true, title"));

        assertThat(bench.plan(wanted))
                .filteredOn(step -> step.kind().equals("make-unique"))
                .singleElement()
                .satisfies(step -> assertThat(step.title().in(Language.ZH)).contains("张三 × 2"));
        assertThatThrownBy(() -> bench.publish(wanted))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("张三 × 2");
        assertThat(bench.structure()).contains("e_customer.size text").noneMatch(line -> line.contains("__name__uq"));
    }

    @Test
    void keepsUniqueValuesUniqueAmongLiveRecordsOnly() {
        bench.publish(entity("e_customer", "客户", NAME.replace("title", "unique: true, title")));
        UUID id = bench.insert("e_customer", Map.of("name", "张三"));
        bench.execute("update $s.e_customer set deleted_at = now() where id = '" + id + "'");

        bench.insert("e_customer", Map.of("name", "张三"));

        assertThatThrownBy(() -> bench.insert("e_customer", Map.of("name", "张三")))
                .hasMessageContaining("e_customer__name__uq");
    }

    @Test
    void holdsRelationsByForeignKeys() {
        bench.publish(
                entity("e_order", "订单", NAME, "{code: 'lines', type: 'child_table', entity: 'e_line'}"),
                child("e_line", "明细", "head", "{code: 'head', type: 'relation', entity: 'e_order', required: true}"),
                entity("e_note", "记录", "{code: 'about', type: 'relation', entity: 'e_order'}"));

        assertThat(bench.structure())
                .contains(
                        "e_line__head__fk FOREIGN KEY (head) REFERENCES w.e_order(id) ON DELETE CASCADE",
                        "e_note__about__fk FOREIGN KEY (about) REFERENCES w.e_order(id) ON DELETE SET NULL",
                        "CREATE INDEX e_line__head__ix ON w.e_line USING btree (head)");
    }

    @Test
    void computesRollupsOfRecordsThatAreThereAlready() {
        Definition order = entity(
                "e_order",
                "订单",
                "{code: 'customer', type: 'relation', entity: 'e_customer'}",
                "{code: 'amount', type: 'money'}",
                "{code: 'paid', type: 'boolean'}",
                "{code: 'half', type: 'formula', formula: 'amount / 2'}");
        bench.publish(entity("e_customer", "客户", NAME), order);
        UUID zhang = bench.insert("e_customer", Map.of("name", "张三"));
        UUID li = bench.insert("e_customer", Map.of("name", "李四"));
        bench.insert("e_order", Map.of("customer", zhang, "amount", new BigDecimal("10.50"), "paid", true));
        bench.insert("e_order", Map.of("customer", zhang, "amount", new BigDecimal("2"), "paid", true));
        bench.insert("e_order", Map.of("customer", zhang, "amount", new BigDecimal("100"), "paid", false));

        List<PublishStep> steps = bench.publish(
                entity(
                        "e_customer",
                        "客户",
                        NAME,
                        "{code: 'spent', type: 'rollup', over: 'e_order.customer', fn: 'sum', of: 'amount', where: 'paid'}",
                        "{code: 'orders', type: 'rollup', over: 'e_order.customer', fn: 'count'}",
                        "{code: 'most', type: 'rollup', over: 'e_order.customer', fn: 'max', of: 'half'}"),
                order);

        assertThat(steps).extracting(PublishStep::kind).containsOnly("add-field", "compute");
        assertThat((BigDecimal) bench.value("e_customer", "spent", zhang)).isEqualByComparingTo("12.5");
        assertThat((BigDecimal) bench.value("e_customer", "orders", zhang)).isEqualByComparingTo("3");
        assertThat((BigDecimal) bench.value("e_customer", "most", zhang)).isEqualByComparingTo("50");
        assertThat((BigDecimal) bench.value("e_customer", "spent", li)).isEqualByComparingTo("0");
        assertThat(bench.value("e_customer", "most", li)).isNull();
    }

    @Test
    void repairsAnIndexThatWasLeftHalfBuilt() {
        bench.publish(entity("e_customer", "客户", NAME));
        List<PublishStep> steps =
                bench.begin(entity("e_customer", "客户", NAME.replace("title", "indexed: true, title")));
        bench.insert("e_customer", Map.of("name", "张三"));
        bench.insert("e_customer", Map.of("name", "张三"));
        assertThatThrownBy(() ->
                        bench.execute("create unique index concurrently e_customer__name__ix on $s.e_customer (name)"))
                .as("leaves an index that is there and not valid");

        bench.tables.after(bench.workspace, steps);
        bench.tables.after(bench.workspace, steps);

        assertThat(bench.structure())
                .contains(
                        "CREATE INDEX e_customer__name__ix ON w.e_customer USING btree (name, id) WHERE (deleted_at IS NULL)")
                .noneMatch(line -> line.startsWith("invalid"));
    }
}
