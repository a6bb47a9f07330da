package io.zhike.record;

import io.zhike.http.HttpError;
import io.zhike.workspace.Caller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Lists of records, and records alone. */
@RestController
class RecordReadApi {
    private final RecordReader reader;
    private final JsonMapper json;

    RecordReadApi(RecordReader reader, JsonMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /** The parameters are those of a query; lists are parted by commas, {@code where} is a text or a tree. */
    @GetMapping("/api/v1/records/{entity}")
    RecordPage page(Caller caller, @PathVariable String entity, @RequestParam Map<String, String> parameters) {
        ListParameters given = new ListParameters(parameters);
        QueryBody body = new QueryBody(
                entity,
                given.list("fields"),
                where(given.text("where")),
                given.text("search"),
                given.list("sort"),
                given.whole("limit"),
                given.text("after"),
                given.truth("deleted"),
                null,
                null,
                null,
                null);
        return reader.page(caller, (RecordQuery.Rows) body.toQuery());
    }

    @GetMapping("/api/v1/records/{entity}/{id}")
    OneRecord one(Caller caller, @PathVariable String entity, @PathVariable UUID id) {
        return reader.one(caller, entity, id);
    }

    /** A tree begins with a brace and a quotation mark; a text that begins with a brace quotes a name: {@code {客户} = 1}. */
    private @Nullable JsonNode where(@Nullable String where) {
        if (where == null || where.isBlank()) {
            return null;
        }
        if (!where.strip().matches("(?s)\\{\\s*\".*")) {
            return StringNode.valueOf(where);
        }
        try {
            return json.readTree(where);
        } catch (JacksonException malformed) {
            throw HttpError.WRONG_PARAMETER.problem("where", where);
        }
    }
}
