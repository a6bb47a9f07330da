package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import io.zhike.expression.Functions;
import io.zhike.http.Page;
import io.zhike.message.Language;
import io.zhike.workspace.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The language for those who write in it: checks, and what functions there are. Names are those that the caller sees. */
@RestController
class ExpressionsApi {
    private static final Expressions LANGUAGE = new Expressions();

    private final RecordReader reader;
    private final FunctionJson functions;

    ExpressionsApi(RecordReader reader, JsonMapper json) {
        this.reader = reader;
        this.functions = new FunctionJson(json);
    }

    /** What is to be checked. */
    record CheckBody(@Nullable String entity, @Nullable String text) {}

    /** The type and the tree of a correct expression; else {@code errors}, each with its place in the text. */
    @PostMapping("/api/v1/expressions/check")
    ObjectNode check(Caller caller, @RequestBody CheckBody body) {
        Lens lens = reader.lens(caller);
        if (body.entity() == null) {
            throw QueryError.ENTITY_MISSING.problem();
        }
        EntityDefinition entity = lens.entity(body.entity());
        String text = body.text() == null ? "" : body.text();
        return answer(lens.check(entity, text), caller.language());
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
