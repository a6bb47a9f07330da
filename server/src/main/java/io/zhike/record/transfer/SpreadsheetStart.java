package io.zhike.record.transfer;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.entity.CodeSuggestion;
import io.zhike.http.HttpError;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import io.zhike.record.RecordError;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Header;
import io.zhike.sheet.RowCursor;
import io.zhike.sheet.SheetFile;
import io.zhike.sheet.SheetInfo;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A spreadsheet becomes an entity, published at once, and its rows become records. */
@Component
final class SpreadsheetStart {
    private static final int MOST_FIELDS = 500;

    private final Definitions definitions;
    private final Imports imports;

    SpreadsheetStart(Definitions definitions, Imports imports) {
        this.definitions = definitions;
        this.imports = imports;
    }

    UploadApi.Started start(Caller caller, UUID upload, SheetFile file, UploadApi.NewEntity wanted) {
        Label label =
                Optional.ofNullable(wanted.label()).orElseThrow(() -> HttpError.MISSING_PARAMETER.problem("label"));
        String sheet = Optional.ofNullable(wanted.sheet())
                .orElseGet(() ->
                        file.sheets().stream().map(SheetInfo::name).findFirst().orElseThrow());
        Header header = wanted.headerRow() == null
                ? file.guessHeader(sheet, caller.language())
                : file.headerAt(sheet, wanted.headerRow(), caller.language());
        List<SpreadsheetEntity.Column> columns = columns(file, sheet, header, wanted);
        DefinitionSet published = definitions.published(caller.workspace());
        String code = Optional.ofNullable(wanted.code())
                .orElseGet(() -> CodeSuggestion.forEntity(label.in(caller.language()), codes(published, "entity")));
        String app = Optional.ofNullable(wanted.app())
                .orElseGet(() -> CodeSuggestion.from(label.in(caller.language()), codes(published, "app")));
        publish(caller, SpreadsheetEntity.define(code, app, label, columns), app(published, app, label, code));
        ImportPlan plan = new ImportPlan(
                upload, file.name(), sheet, header.rowNumber(), code, mapping(columns), List.of(), ImportMode.CREATE);
        return new UploadApi.Started(
                app, code, imports.begin(caller, plan, file, header).id());
    }

    private static Set<String> codes(DefinitionSet published, String kind) {
        return published.ofKind(kind).stream()
                .map(definition -> definition.key().code())
                .collect(Collectors.toSet());
    }

    private static Map<String, ColumnTarget> mapping(List<SpreadsheetEntity.Column> columns) {
        Map<String, ColumnTarget> mapping = new LinkedHashMap<>();
        columns.forEach(
                column -> mapping.put(column.guess().name(), new ColumnTarget(column.code(), Optional.empty())));
        return mapping;
    }

    /** The columns that become fields, with all of their values looked at, so that no option is missing. */
    private static List<SpreadsheetEntity.Column> columns(
            SheetFile file, String sheet, Header header, UploadApi.NewEntity wanted) {
        List<ColumnGuess> guesses;
        try (RowCursor rows = file.data(sheet, header)) {
            guesses = ColumnGuess.of(header, rows, Long.MAX_VALUE);
        }
        Map<String, UploadApi.NewField> asked = new HashMap<>();
        if (wanted.columns() != null) {
            wanted.columns().forEach(column -> asked.put(column.name(), column));
        }
        List<String> codes = SpreadsheetEntity.codes(guesses);
        List<SpreadsheetEntity.Column> columns = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            UploadApi.NewField field = asked.get(guesses.get(i).name());
            boolean skipped = field == null ? wanted.columns() != null : Boolean.TRUE.equals(field.skip());
            if (!skipped) {
                columns.add(column(guesses.get(i), codes.get(i), Optional.ofNullable(field)));
            }
        }
        if (columns.isEmpty()) {
            throw ImportError.NO_COLUMNS.problem();
        }
        if (columns.size() > MOST_FIELDS) {
            throw ImportError.TOO_MANY_COLUMNS.problem(MOST_FIELDS);
        }
        return columns;
    }

    private static SpreadsheetEntity.Column column(ColumnGuess guess, String code, Optional<UploadApi.NewField> asked) {
        return new SpreadsheetEntity.Column(
                guess,
                asked.map(UploadApi.NewField::code).orElse(code),
                asked.map(UploadApi.NewField::label).orElseGet(() -> Label.of(guess.name())),
                asked.map(UploadApi.NewField::type).orElseGet(() -> SpreadsheetEntity.typeOf(guess.shape())));
    }

    /** The app's definition with the entity in its menu. */
    private static ObjectNode app(DefinitionSet published, String code, Label label, String entity) {
        Optional<Definition> existing = published.find(new DefinitionKey("app", code));
        ObjectNode app = existing.map(definition -> definition.body().deepCopy())
                .orElseGet(() -> {
                    ObjectNode fresh = JsonNodeFactory.instance.objectNode();
                    fresh.put("kind", "app").put("code", code).put("app", code);
                    fresh.set("label", SpreadsheetEntity.label(label));
                    return fresh;
                });
        ArrayNode menu = app.path("menu") instanceof ArrayNode array ? array : app.putArray("menu");
        menu.addObject().put("entity", entity);
        return app;
    }

    private void publish(Caller caller, ObjectNode entity, ObjectNode app) {
        DefinitionKey entityKey =
                new DefinitionKey("entity", entity.path("code").asString());
        DefinitionKey appKey = new DefinitionKey("app", app.path("code").asString());
        try {
            // The entity first: it may name an app that is yet to come, while a menu leads only to what is there.
            List<Issue> issues = new ArrayList<>(definitions
                    .put(caller, "entity", entityKey.code(), entity, null)
                    .issues());
            issues.addAll(
                    definitions.put(caller, "app", appKey.code(), app, null).issues());
            if (!issues.isEmpty()) {
                throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
            }
            definitions.publish(caller, appKey.code(), false, Set.of());
        } catch (ProblemException refused) {
            discard(caller, entityKey);
            discard(caller, appKey);
            throw refused;
        }
    }

    private void discard(Caller caller, DefinitionKey key) {
        if (definitions.draft(caller.workspace(), key).isPresent()) {
            definitions.discard(caller, key, null);
        }
    }
}
