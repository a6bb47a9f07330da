package io.zhike.page;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;

/** What somebody outside sends by a public form; values are JSON with single quotes. */
public final class FilledForm {
    private FilledForm() {}

    /** With the riddle solved that the form at {@code path} sets. */
    public static Answer send(Client stranger, String path, String values, String link) {
        String task =
                stranger.get(path).expect(200).json().path("task").path("text").asString();
        return send(stranger, path, values, link, task, RobotTaskTest.solve(task));
    }

    static Answer send(Client stranger, String path, String values, String link, String task, String answer) {
        return stranger.post(
                path,
                "{\"values\": {%s}, \"link\": {%s}, \"task\": \"%s\", \"answer\": \"%s\"}"
                        .formatted(values, link, task, answer)
                        .replace('\'', '"'));
    }
}
