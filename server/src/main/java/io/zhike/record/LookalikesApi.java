package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Reads;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Possible duplicates of a record before it is saved. */
@RestController
class LookalikesApi {
    private final RecordReader reader;

    LookalikesApi(RecordReader reader) {
        this.reader = reader;
    }

    /**
     * What might be there already.
     *
     * @param except the record that is being edited
     */
    record Body(@Nullable JsonNode values, @Nullable UUID except) {}

    @Reads
    @PostMapping("/api/v1/records/{entity}/lookalikes")
    Page<Lookalikes.Found> find(Caller caller, @PathVariable String entity, @RequestBody Body body) {
        Lens lens = reader.lens(caller);
        EntityDefinition found = lens.entity(entity);
        if (body.values() == null || !body.values().isObject()) {
            throw RecordError.NOT_AN_OBJECT.problem();
        }
        return Page.whole(reader.lookalikes(lens, found, body.values(), Optional.ofNullable(body.except())));
    }
}
