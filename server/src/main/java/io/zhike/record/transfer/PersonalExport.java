package io.zhike.record.transfer;

import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.record.Facts;
import io.zhike.record.KeptAbout;
import io.zhike.record.OneRecord;
import io.zhike.record.PersonalData;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import io.zhike.record.RecordFeed;
import io.zhike.record.RecordReader;
import io.zhike.record.file.Files;
import io.zhike.record.file.KeptFiles;
import io.zhike.sheet.SheetWriter;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that is held on a person, as one file: for programs as JSON, for people as a spreadsheet per entity, and the files. */
@Component
final class PersonalExport {
    private static final int IDS_AT_ONCE = 500;

    private final Database database;
    private final Clock clock;
    private final RecordReader reader;
    private final RecordFeed feed;
    private final PersonalData data;
    private final Files files;
    private final JsonMapper json;

    PersonalExport(
            Database database,
            Clock clock,
            RecordReader reader,
            RecordFeed feed,
            PersonalData data,
            Files files,
            JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
        this.feed = feed;
        this.data = data;
        this.files = files;
        this.json = json;
    }

    void write(Caller caller, PersonalData.Held held, UUID record, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ObjectNode all = json.createObjectNode();
        all.put("title", held.title());
        all.put("made", clock.instant().toString());
        ObjectNode records = all.putObject("records");
        List<JsonNode> attached = new ArrayList<>();
        for (PersonalData.Part part : held.parts()) {
            Facts rows = rows(caller, part);
            ArrayNode list = records.withArray("/" + part.entity().code());
            rows.records().forEach(row -> list.add(json.valueToTree(new OneRecord(rows.columns(), row))));
            sheet(zip, caller, part, rows);
            all.withObject("/history").set(part.entity().code(), feed.history(caller, part));
            for (KeptAbout each : data.keepers()) {
                ArrayNode kept = database.read(ctx -> each.export(
                        ctx, caller.workspace().schema(), part.entity().code(), part.ids()));
                all.withArray("/" + each.kind()).addAll(kept);
                if (each.kind().equals(KeptFiles.KIND)) {
                    kept.forEach(attached::add);
                }
            }
        }
        zip.putNextEntry(new ZipEntry("data.json"));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        zip.closeEntry();
        for (JsonNode file : attached) {
            String id = file.path("id").asString();
            zip.putNextEntry(new ZipEntry("files/" + id.substring(id.length() - 8) + "-"
                    + safe(file.path("name").asString())));
            files.copy(caller.workspace(), UUID.fromString(id), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Through the gate out; the living and those in the recycle bin. */
    private Facts rows(Caller caller, PersonalData.Part part) {
        List<ReadColumn> columns = List.of();
        List<ReadRecord> records = new ArrayList<>();
        List<UUID> ids = part.ids().stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            Facts some = reader.whole(
                    caller, part.entity().code(), ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)));
            columns = some.columns();
            records.addAll(some.records());
        }
        return new Facts(columns, records);
    }

    private static void sheet(ZipOutputStream zip, Caller caller, PersonalData.Part part, Facts rows)
            throws IOException {
        Language language = caller.language();
        String name = part.entity().label().in(language);
        ExportCells cells = new ExportCells(
                rows.columns(), new ValueContext(caller.workspace().zone(), language));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.xlsx(bytes, name, cells.header());
        for (ReadRecord row : rows.records()) {
            writer.write(cells.of(row));
        }
        writer.close();
        zip.putNextEntry(new ZipEntry(part.entity().code() + "-" + safe(name) + ".xlsx"));
        zip.write(bytes.toByteArray());
        zip.closeEntry();
    }

    /** A name that no unpacking takes for a folder. */
    private static String safe(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("^\\.+", "_");
        return plain.isBlank() ? "_" : plain;
    }
}
