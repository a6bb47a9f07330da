package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private final AuditEntry plain = AuditEntry.of(TestAction.DONE, "thing", "t", "title");

    @Test
    void isImmutable() {
        AuditEntry more = plain.with(AuditWord.ROWS, 3).changed(AuditWord.NAME, "a", "b");
        assertThat(plain.detail()).isEqualTo("{}");
        assertThat(more.detail())
                .isEqualTo("{\"rows\":3,\"changes\":[{\"of\":\"name\",\"before\":\"a\",\"after\":\"b\"}]}");
        assertThat(plain.with(AuditWord.ROWS, 3)).isEqualTo(plain.with(AuditWord.ROWS, 3));
        assertThat(plain.with(AuditWord.ROWS, 3)).isNotEqualTo(plain.with(AuditWord.ROWS, 4));
    }

    @Test
    void leavesOutWhatSaysNothing() {
        AuditEntry same = plain.with(AuditWord.FILTER, (String) null)
                .with(AuditWord.SEARCH, "")
                .with(AuditWord.ROLES, List.of())
                .changed(AuditWord.NAME, "a", "a")
                .changed(AuditWord.ADMIN, true, true);
        assertThat(same.detail()).isEqualTo("{}");
        assertThat(same.hasChanges()).isFalse();
    }

    @Test
    void isBounded() {
        AuditEntry large = plain.with(AuditWord.FILTER, "x".repeat(1_000_000))
                .with(AuditWord.RECORDS, Collections.nCopies(5_000, "id"));
        assertThat(large.detail().length()).isLessThan(5_000);
        assertThat(large.detail()).contains("… +4800");
    }

    @Test
    void takesNoCharacterThatTheDatabaseRefuses() {
        assertThat(plain.with(AuditWord.FILTER, "a\0b").detail()).isEqualTo("{\"filter\":\"ab\"}");
    }
}
