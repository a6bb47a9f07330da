package io.zhike.record;

import io.zhike.workspace.Caller;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of records, and records alone. */
@RestController
class RecordReadApi {
    private final RecordReader reader;

    RecordReadApi(RecordReader reader) {
        this.reader = reader;
    }

    /** The parameters are those of a query; lists are parted by commas, {@code where} is a text or a tree. */
    @GetMapping("/api/v1/records/{entity}")
    RecordPage page(Caller caller, @PathVariable String entity, @RequestParam Map<String, String> parameters) {
        return reader.page(caller, ListParameters.page(entity, parameters));
    }

    @GetMapping("/api/v1/records/{entity}/{id}")
    OneRecord one(Caller caller, @PathVariable String entity, @PathVariable UUID id) {
        return reader.one(caller, entity, id);
    }
}
