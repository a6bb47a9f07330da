package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.sheet.Cell;
import io.zhike.sheet.SheetWriter;
import io.zhike.workspace.Answer;
import io.zhike.workspace.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that want to do harm are refused with a problem that names them. */
class HostileFilesTest {
    private final Transfers transfers = new Transfers(TestServer.newWorkspace().admin());

    /** A small workbook whose sheet is changed by {@code change}. */
    private static byte[] workbook(UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.xlsx(plain, "表", List.of("名称"))) {
            writer.write(List.of(new Cell.Text("甲")));
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        // The stream of the JDK does not read what POI streams; the same file on disk it reads.
        Path file = Files.createTempFile("zhike", ".xlsx");
        Files.write(file, plain.toByteArray());
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                boolean sheet = entry.getName().endsWith("sheet1.xml");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((sheet ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Files.delete(file);
        return changed.toByteArray();
    }

    private void assertRefused(byte[] file) {
        Answer answer = transfers.upload("坏文件.xlsx", file);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.code()).isNotEmpty();
        assertThat(answer.text()).contains("坏文件.xlsx").doesNotContain("root:");
    }

    @Test
    void takesTheSameFileWithoutTheHarm() throws IOException {
        transfers.upload("好文件.xlsx", workbook(text -> text)).expect(201);
    }

    @Test
    void refusesEntitiesOfXml() throws IOException {
        assertRefused(workbook(text -> text.replaceFirst(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet")
                .replace("甲", "&e;")));
    }

    @Test
    void refusesABombOfZip() throws IOException {
        assertRefused(workbook(text -> text.replace("<sheetData>", "<sheetData>" + " ".repeat(60_000_000))));
    }

    @Test
    void refusesWhatIsNoTable() {
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        assertRefused(noise);
    }
}
