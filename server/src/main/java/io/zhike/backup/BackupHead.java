package io.zhike.backup;

import java.util.List;

/**
 * What stands first in a backup: what it is and who can read it.
 *
 * @param format of the file
 * @param made when, ISO 8601
 * @param postgres the version of the server it comes from
 * @param system the numbers of the migrations of the system schema
 * @param workspace those of the workspaces' schemas, of all together
 * @param schemas the system schema first
 */
record BackupHead(
        int format, String made, String postgres, List<String> system, List<String> workspace, List<String> schemas) {
    static final int FORMAT = 1;

    BackupHead {
        system = List.copyOf(system);
        workspace = List.copyOf(workspace);
        schemas = List.copyOf(schemas);
    }
}
