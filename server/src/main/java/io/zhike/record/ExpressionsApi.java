package io.zhike.record;

import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import io.zhike.expression.Functions;
import io.zhike.expression.Vocabulary;
import io.zhike.http.Page;
import io.zhike.message.Language;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Reads;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The language for those who write in it: checks, what functions and what names there are. Names are those that the caller
 * sees; who builds may also ask for those of the drafts.
 */
@RestController
class ExpressionsApi {
    private static final Expressions LANGUAGE = new Expressions();

    private final RecordReader reader;
    private final Definitions definitions;
    private final FunctionJson functions;
    private final NameJson names;
    private final JsonMapper json;

    ExpressionsApi(RecordReader reader, Definitions definitions, JsonMapper json) {
        this.reader = reader;
        this.definitions = definitions;
        this.functions = new FunctionJson(json);
        this.names = new NameJson(json);
        this.json = json;
    }

    /**
     * What is to be checked.
     *
     * @param draft whether the names are those that the drafts would make; for builders only
     * @param record the id of a record to work it out for, as far as what is published allows
     */
    record CheckBody(
            @Nullable String entity,
            @Nullable String text,
            @Nullable Boolean draft,
            @Nullable UUID record) {}

    /**
     * The type and the tree of a correct expression, with its {@code result} for a record; else {@code errors}, each with its
     * place in the text.
     */
    @Reads
    @PostMapping("/api/v1/expressions/check")
    ObjectNode check(Caller caller, @RequestBody CheckBody body) {
        Lens lens = reader.lens(caller);
        String code = required(body.entity());
        String text = body.text() == null ? "" : body.text();
        Checked checked = LANGUAGE.check(text, code, vocabulary(caller, lens, code, Boolean.TRUE.equals(body.draft())));
        ObjectNode answer = answer(checked, caller.language());
        if (body.record() != null && checked.expression().isPresent()) {
            result(lens, code, text, body.record()).ifPresent(result -> answer.set("result", json.valueToTree(result)));
        }
        return answer;
    }

    /** Works out what is published alone: a draft's field has no values yet. */
    private Optional<OneRecord> result(Lens lens, String code, String text, UUID record) {
        return lens.grants()
                .catalog()
                .find(code)
                .filter(entity -> lens.grant(entity).visible())
                .flatMap(entity -> lens.check(entity, text)
                        .expression()
                        .flatMap(expression -> reader.evaluate(lens, entity, record, expression)));
    }

    /**
     * The names that an expression over {@code entity} may begin with, and that may follow a path that ends at it;
     * {@code $member} and {@code $department} stand for people.
     */
    @GetMapping("/api/v1/expressions/names")
    Page<ObjectNode> names(
            Caller caller,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(defaultValue = "false") boolean draft) {
        String code = required(entity);
        Vocabulary vocabulary = vocabulary(caller, reader.lens(caller), code, draft);
        return Page.whole(vocabulary.symbols(code).stream()
                .map(symbol -> vocabulary.find(code, symbol.code()).orElse(symbol))
                .map(names::write)
                .toList());
    }

    private Vocabulary vocabulary(Caller caller, Lens lens, String code, boolean draft) {
        if (draft) {
            EntityCatalog catalog = EntityCatalog.of(definitions.drafted(caller));
            if (!people(code)) {
                catalog.get(code);
            }
            return catalog.vocabulary();
        }
        if (!people(code)) {
            lens.entity(code);
        }
        return lens.vocabulary();
    }

    private static boolean people(String code) {
        return code.equals(Vocabulary.MEMBER) || code.equals(Vocabulary.DEPARTMENT);
    }

    private static String required(@Nullable String entity) {
        if (entity == null) {
            throw QueryError.ENTITY_MISSING.problem();
        }
        return entity;
    }

    /** All functions, by group and in a readable order. */
    @GetMapping("/api/v1/expressions/functions")
    Page<ObjectNode> functions(Caller caller) {
        return Page.whole(Functions.all().stream().map(functions::write).toList());
    }

    private static ObjectNode answer(Checked checked, Language language) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        checked.expression().ifPresent(expression -> {
            answer.put("type", expression.type().code());
            answer.set("tree", LANGUAGE.toJson(expression));
        });
        if (!checked.problems().isEmpty()) {
            ArrayNode errors = answer.putArray("errors");
            checked.problems()
                    .forEach(problem -> errors.addObject()
                            .put("from", problem.from())
                            .put("to", problem.to())
                            .put("code", problem.message().code().code())
                            .put("message", problem.message().in(language)));
        }
        return answer;
    }
}
