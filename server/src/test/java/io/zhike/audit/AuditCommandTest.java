package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/audit verify} says and ends with. */
class AuditCommandTest {
    private final LogBook book = new LogBook();
    private String said = "";

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = AuditCommand.run(List.of(arguments), "", print, print);
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private String line() {
        return said.lines()
                .filter(line -> line.startsWith(book.schema.name()))
                .findFirst()
                .orElse("");
    }

    private String end() {
        return said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(book.schema.name() + ":"))
                .findFirst()
                .orElse("");
    }

    /** Other tests leave broken logs behind in the same database. */
    private void verify(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("verify", "--database", TestDatabase.url()));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
    }

    @Test
    void aLogThatHoldsIsSaidSoWithTheEndToNote() {
        book.write("a", "b");
        book.seal();
        verify();
        assertThat(line()).contains("ok / 完好: 2 (1-2)");
        assertThat(NotedEnd.parse(end())).isPresent();
        verify("--end", end());
        assertThat(line()).contains("ok");
    }

    @Test
    void aLogThatWasChangedIsNamedWithThePlaceAndEndsWithOne() {
        book.write("a", "b");
        book.seal();
        book.database.read(ctx -> ctx.update(AuditRows.in(book.schema))
                .set(AuditRows.TITLE, "forged")
                .where(AuditRows.SEQ.eq(2L))
                .execute());
        assertThat(run("verify", "--database", TestDatabase.url())).isEqualTo(AuditCommand.BROKEN);
        assertThat(line()).contains("BROKEN at / 改动位于 2").contains("its content is not what was sealed");
    }

    @Test
    void anEndOfAWorkspaceThatIsGoneIsFound() {
        NotedEnd gone = new NotedEnd("w_gone12", 3, "0a".repeat(32));
        assertThat(run("verify", "--database", TestDatabase.url(), "--end", gone.toString()))
                .isEqualTo(AuditCommand.BROKEN);
        assertThat(said).contains("w_gone12  BROKEN");
    }

    @Test
    void argumentsThatMeanNothingAreToldHow() {
        assertThat(run()).isEqualTo(AuditCommand.MISUSED);
        assertThat(run("check")).isEqualTo(AuditCommand.MISUSED);
        assertThat(run("verify", "--end", "nonsense")).isEqualTo(AuditCommand.MISUSED);
        assertThat(run("verify", "--data")).isEqualTo(AuditCommand.MISUSED);
        assertThat(said).contains("bin/audit verify");
    }

    @Test
    void aDirectoryWithoutDataIsNamed(@TempDir Path empty) {
        assertThat(run("verify", "--data", empty.toString())).isEqualTo(AuditCommand.BROKEN);
        assertThat(said).contains(empty.toString()).contains("--data");
    }
}
