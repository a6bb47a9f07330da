package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.store.WorkspaceSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes often is told once with how often, nothing is lost, and memory stays bounded. */
class AuditBufferTest {
    private final LogBook book = new LogBook();
    private final AuditBuffer buffer = new AuditBuffer(book.database, book.clock);

    private static AuditEntry entry(String title) {
        return AuditEntry.of(TestAction.DONE, "thing", "t", title);
    }

    private List<String> details() {
        return book.rows().stream().map(StoredEntry::detail).toList();
    }

    @Test
    void whatIsAlikeBecomesOneEntryThatSaysHowOften() {
        buffer.add(book.schema, LogBook.LI_NA, entry("a"), 10);
        buffer.add(book.schema, LogBook.LI_NA, entry("a"), 5);
        buffer.add(book.schema, Actor.system("x"), entry("a"), 0);
        assertThat(book.rows()).isEmpty();
        buffer.flush();
        assertThat(details()).containsExactlyInAnyOrder("{\"times\":2,\"rows\":15}", "{}");
        buffer.flush();
        assertThat(book.rows()).hasSize(2);
    }

    @Test
    void aBufferThatIsFullIsWrittenByWhoFillsIt() {
        for (int i = 0; i < 5_000; i++) {
            buffer.add(book.schema, LogBook.LI_NA, entry("thing " + i), 0);
        }
        assertThat(book.rows()).hasSize(5_000);
    }

    @Test
    void aNormalStopWritesWhatIsLeft() {
        buffer.add(book.schema, LogBook.LI_NA, entry("a"), 0);
        buffer.destroy();
        assertThat(book.rows()).hasSize(1);
    }

    @Test
    void whatCannotBeWrittenStaysHeldAndOthersAreWritten() {
        WorkspaceSchema gone = new WorkspaceSchema("w_notthere");
        buffer.add(gone, LogBook.LI_NA, entry("lost?"), 0);
        buffer.add(book.schema, LogBook.LI_NA, entry("a"), 0);
        assertThatThrownBy(buffer::flush).isInstanceOf(RuntimeException.class);
        assertThat(book.rows()).hasSize(1);
        assertThatThrownBy(buffer::flush).isInstanceOf(RuntimeException.class);
        assertThat(book.rows()).hasSize(1);
    }
}
