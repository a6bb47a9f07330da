package io.zhike.rule;

import io.zhike.definition.Definitions;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.FieldType;
import io.zhike.entity.FieldTypes;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Expression;
import io.zhike.expression.TextTemplate;
import io.zhike.message.Message;
import io.zhike.record.RecordValues;
import io.zhike.record.SaveRules;
import io.zhike.record.Saving;
import io.zhike.record.WorkedRecord;
import io.zhike.store.Database;
import io.zhike.store.Remembered;
import io.zhike.store.Signals;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rules that run while records are saved: in their order, in memory, in the write's own transaction. */
@Component
class RulesAtSave implements SaveRules {
    private static final int MOST = 2_000;

    private final Definitions definitions;
    private final Database beside;
    private final Remembered<UUID, Resting> resting;

    RulesAtSave(Definitions definitions, @Qualifier(Database.BESIDE) Database beside, Signals signals, Clock clock) {
        this.definitions = definitions;
        this.beside = beside;
        this.resting = new Remembered<>(signals, RuleStates.TOPIC, clock, MOST);
    }

    /** Which rules do nothing though they are published. */
    private record Resting(boolean all, Set<String> rules) {}

    private RuleBook book(Workspace workspace) {
        return RuleBook.of(definitions.published(workspace));
    }

    @Override
    public boolean look(Workspace workspace, String entity) {
        return !book(workspace).atSave(entity).isEmpty();
    }

    @Override
    public void run(Saving saving) {
        Workspace workspace = saving.caller().workspace();
        Resting rest =
                resting.get(workspace.id(), () -> Optional.of(look(workspace))).orElseThrow();
        if (rest.all()) {
            return;
        }
        for (Rule rule : book(workspace).atSave(saving.entity().code())) {
            if (!rest.rules().contains(rule.code())) {
                for (Saving.One record : saving.records()) {
                    new At(saving, rule, record).look();
                }
            }
        }
    }

    private Resting look(Workspace workspace) {
        List<String> codes = book(workspace).all().stream().map(Rule::code).toList();
        return beside.read(ctx -> {
            RuleStates states = new RuleStates(ctx, workspace.schema());
            Set<String> off = new HashSet<>();
            states.of(codes).forEach((code, state) -> {
                if (!state.on()) {
                    off.add(code);
                }
            });
            return new Resting(states.paused(), off);
        });
    }

    /** One rule at one record. */
    private record At(Saving saving, Rule rule, Saving.One record) {

        void look() {
            boolean meant = !record.refused()
                    && Matching.matches(rule.trigger(), record.change())
                    && rule.was().map(this::was).orElse(true)
                    && rule.where().map(this::holds).orElse(true);
            if (meant) {
                steps(rule.then());
            }
        }

        private boolean was(JsonNode condition) {
            return record.before().isPresent()
                    && Boolean.TRUE.equals(value(condition, record.before().get()));
        }

        private boolean holds(JsonNode condition) {
            return Boolean.TRUE.equals(value(condition, record.after()));
        }

        private @Nullable Object value(JsonNode text, RecordValues values) {
            Optional<Expression> tree = tree(text);
            return tree.isPresent() ? saving.value(tree.get(), values) : null;
        }

        private Optional<Expression> tree(JsonNode text) {
            return FeedReader.tree(saving.grants(), saving.entity().code(), text);
        }

        private void steps(List<Step> steps) {
            for (Step step : steps) {
                boolean goes =
                        !record.refused() && step.condition().map(this::holds).orElse(true);
                if (goes) {
                    step(step);
                }
            }
        }

        private void step(Step step) {
            switch (step) {
                case Step.Do act -> {
                    if (act.action().equals(SaveSteps.REFUSE)) {
                        refuse(act.with());
                    } else {
                        act.with().path("values").forEach(this::set);
                    }
                }
                case Step.Branch branch ->
                    steps(branch.cases().stream()
                            .filter(one -> holds(one.condition()))
                            .findFirst()
                            .map(Step.Case::then)
                            .orElse(branch.otherwise()));
                case Step.Each _, Step.Wait _ ->
                    throw new IllegalStateException("not while a record is saved: " + step.code());
            }
        }

        private void set(JsonNode pair) {
            Optional<Field> field = saving.entity().field(pair.path("field").asString(""));
            if (field.isEmpty()) {
                return;
            }
            @Nullable Object given = value(pair.path("value"), record.after());
            @Nullable
            Object value = FieldFit.value(
                    field.get(), given, saving.caller().workspace().zone());
            if (value == null) {
                record.set(field.get().code(), null);
                return;
            }
            switch (field.get().type().read(field.get().type().write(value), context())) {
                case Reading.Value(var read) -> record.set(field.get().code(), read);
                case Reading.Refused(Message why) -> record.refuse(field.get().code(), why);
            }
        }

        private ValueContext context() {
            return new ValueContext(
                    saving.caller().workspace().zone(), saving.caller().language());
        }

        private void refuse(JsonNode with) {
            String text = with.path("message").asString("");
            TextTemplate template = TextTemplate.parse(text)
                    .orElseGet(() -> new TextTemplate(List.of(new TextTemplate.Part.Text(text))));
            List<String> values = new ArrayList<>();
            template.expressions().forEach(each -> values.add(said(each)));
            record.refuse(with.path("field").asString(""), RuleMessage.REFUSED.with(template.with(values)));
        }

        private String said(String expression) {
            return tree(JsonNodeFactory.instance.stringNode(expression))
                    .map(tree -> new WorkedRecord.Given(
                                    tree.type(), like(tree), saving.value(tree, record.after()), null)
                            .text(context()))
                    .orElse("");
        }

        private Optional<FieldType> like(Expression tree) {
            return tree instanceof Expression.Path path && path.codes().size() == 1
                    ? saving.entity().field(path.codes().getFirst()).map(Field::type)
                    : FieldTypes.holding(tree.type());
        }
    }
}
