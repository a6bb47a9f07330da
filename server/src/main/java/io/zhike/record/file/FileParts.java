package io.zhike.record.file;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts that the content of a file lies in. */
final class FileParts {
    private FileParts() {}

    /** Writes them to {@code out} in their order, with no more than one of them in memory. */
    static void copy(Database database, Workspace workspace, UUID file, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            byte[] part = part(database, workspace, file, number);
            if (part == null) {
                return;
            }
            out.write(part);
        }
    }

    private static byte @Nullable [] part(Database database, Workspace workspace, UUID file, int number) {
        return database.read(ctx -> ctx.select(FileTable.CONTENT)
                .from(workspace.schema().table("file_part"))
                .where(FileTable.FILE.eq(file).and(FileTable.PART_NUMBER.eq(number)))
                .fetchOne(FileTable.CONTENT));
    }
}
