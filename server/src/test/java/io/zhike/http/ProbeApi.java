package io.zhike.http;

import io.zhike.workspace.Open;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Endpoints that only tests have, to see what the edge makes of them. */
@RestController
@RequestMapping("/api/probe")
class ProbeApi {
    record Item(String name, int count) {}

    record Body(BigDecimal amount, Instant at, UUID id, List<Item> items) {}

    record Change(Patch<String> name, Patch<Integer> count) {}

    @Open
    @PostMapping("/body")
    Body body(@RequestBody Body body) {
        return body;
    }

    @Open
    @PostMapping("/tree")
    JsonNode tree(@RequestBody JsonNode tree) {
        return tree;
    }

    @Open
    @PatchMapping("/change")
    String change(@RequestBody Change change) {
        return change.toString();
    }

    @Open
    @GetMapping("/number/{id}")
    int number(@PathVariable int id, @RequestParam String needed) {
        return id;
    }

    @Open
    @GetMapping("/match")
    String match(IfMatch match) {
        return String.valueOf(match.version());
    }

    @Open
    @GetMapping("/fail/{how}")
    String fail(@PathVariable String how) throws SQLException, IOException {
        switch (how) {
            case "secret" -> throw new IllegalStateException("the secret is 4711");
            case "busy" -> throw HttpError.BUSY.problem();
            case "gone" -> throw new SQLTransientConnectionException("pool is empty at 10.0.0.5", "08001");
            case "left" -> throw new IOException("Broken pipe");
            case "deadlock" -> throw new IllegalStateException(new SQLException("deadlock", "40P01"));
            case "null-character" -> throw new IllegalStateException(new SQLException("0x00", "22021"));
            case "far-future" -> throw new IllegalStateException(new SQLException("year 999999999", "22008"));
            case "doubled" -> throw new IllegalStateException(new SQLException("key exists", "23505"));
            default -> throw new StackOverflowError();
        }
    }
}
