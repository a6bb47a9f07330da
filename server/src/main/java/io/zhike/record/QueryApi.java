package io.zhike.record;

import io.zhike.workspace.Caller;
import io.zhike.workspace.Reads;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Questions of every kind. */
@RestController
class QueryApi {
    private final RecordReader reader;

    QueryApi(RecordReader reader) {
        this.reader = reader;
    }

    @Reads
    @PostMapping("/api/v1/query")
    Object query(Caller caller, @RequestBody QueryBody body) {
        return switch (body.toQuery()) {
            case RecordQuery.Rows rows -> reader.page(caller, rows);
            case RecordQuery.Groups groups -> reader.groups(caller, groups);
            case RecordQuery.Count count -> Map.of("count", reader.count(caller, count));
        };
    }
}
