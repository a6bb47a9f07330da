package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PatchTest {
    private final JsonMapper json = JsonFormat.mapper();

    record Change(Patch<String> name, Patch<List<UUID>> ids) {}

    @Test
    void tellsLeftOutFromNull() {
        assertThat(json.readValue("{}", Change.class)).isEqualTo(new Change(Patch.absent(), Patch.absent()));
        assertThat(json.readValue("{\"name\":null}", Change.class))
                .isEqualTo(new Change(Patch.of(null), Patch.absent()));
    }

    @Test
    void readsTypedValues() {
        UUID id = new UUID(1, 2);
        Change change = json.readValue("{\"name\":\"a\",\"ids\":[\"" + id + "\"]}", Change.class);
        assertThat(change).isEqualTo(new Change(Patch.of("a"), Patch.of(List.of(id))));
    }

    @Test
    void goesOverWhatIsThere() {
        assertThat(Patch.<String>absent().over("old")).isEqualTo("old");
        assertThat(Patch.of("new").over("old")).isEqualTo("new");
        assertThat(Patch.<String>of(null).over("old")).isNull();
        assertThat(Patch.<String>of(null).orKeep("old")).isEqualTo("old");
    }
}
