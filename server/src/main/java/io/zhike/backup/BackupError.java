package io.zhike.backup;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;
import io.zhike.message.ProblemException;
import java.util.List;

/** Why a backup could not be made, read or restored. */
enum BackupError implements ErrorCode {
    FILE_UNREADABLE(
            Fault.UNAVAILABLE,
            "无法读取备份文件「{0}」：{1}。请检查路径和权限。",
            "The backup '{0}' cannot be read: {1}. Check its path and rights."),
    FILE_UNWRITABLE(
            Fault.UNAVAILABLE,
            "无法写入备份「{0}」：{1}。请检查目录、权限和磁盘空间。没有留下备份。",
            "The backup '{0}' cannot be written: {1}. Check the folder, its rights and the free space. No backup was left."),
    FILE_EXISTS(
            Fault.CONFLICT,
            "「{0}」已经存在，备份不会覆盖文件。请换一个名字。",
            "'{0}' is there already, and backups overwrite nothing. Give another name."),
    NOT_A_BACKUP(Fault.INVALID, "「{0}」不是知客的备份文件。", "'{0}' is not a backup of Zhike."),
    DAMAGED(
            Fault.INVALID,
            "备份「{0}」已损坏或不完整：{1}。什么都没有恢复，请使用另一个备份。",
            "The backup '{0}' is damaged or cut off: {1}. Nothing was restored; use another backup."),
    PASSPHRASE_NEEDED(
            Fault.INVALID,
            "备份「{0}」已加密。请用 --passphrase-file 或环境变量 ZHIKE_BACKUP_PASSPHRASE 给出口令。",
            "The backup '{0}' is encrypted. Give its passphrase with --passphrase-file, or as ZHIKE_BACKUP_PASSPHRASE."),
    PASSPHRASE_WRONG(
            Fault.INVALID,
            "口令打不开备份「{0}」：口令不对，或文件开头已损坏。",
            "The passphrase does not open the backup '{0}': it is wrong, or the beginning of the file is damaged."),
    PASSPHRASE_SHORT(
            Fault.INVALID,
            "口令太短：至少 {0} 个字符。没有口令就无法恢复，请另行妥善保管。",
            "The passphrase is too short: {0} characters at least. Nobody can restore without it, so keep it well and elsewhere."),
    MADE_BY_NEWER(
            Fault.CONFLICT,
            "备份「{0}」由更新的知客创建（{1}），本版本无法恢复。请先升级知客。什么都没有改动。",
            "The backup '{0}' was made by a newer Zhike ({1}), and this one cannot restore it. Update Zhike first. Nothing was changed."),
    NOT_EMPTY(
            Fault.CONFLICT,
            "「{0}」里已经有知客的数据（{1} 个工作区）。请恢复到空目录或空数据库；确实要用备份替换其中的全部数据时，加上 --replace。什么都没有改动。",
            "There are data of Zhike in '{0}' already ({1} workspaces). Restore into an empty place, or add --replace to put the backup in the place of all of them. Nothing was changed."),
    IN_USE(
            Fault.CONFLICT,
            "数据库「{0}」正被知客使用（{1} 个连接）。请先停止知客，再恢复。什么都没有改动。",
            "Zhike is working with the database '{0}' ({1} connections). Stop it first. Nothing was changed."),
    UNKNOWN_OBJECT(
            Fault.CONFLICT,
            "「{0}」中有备份不能保存的数据库对象：{1}。知客不会创建它们，请移到别的 schema 后再备份。",
            "There are things in '{0}' that a backup does not hold: {1}. Zhike makes none such; move them to another schema and try again."),
    SCHEMA_CHANGING(
            Fault.CONFLICT,
            "备份开始时表结构一直在变化。请在发布或升级完成后再备份。",
            "The tables kept changing while the backup began. Try again when what is being published, or the update, is done."),
    NOTHING_THERE(
            Fault.NOT_FOUND, "「{0}」里没有知客的数据，没有可备份的内容。", "There are no data of Zhike in '{0}', so nothing to back up."),
    MORE_LOCKS_NEEDED(
            Fault.UNAVAILABLE,
            "PostgreSQL 的锁表不够大。请在它的配置中把 max_locks_per_transaction 调大（例如 1024），重启 PostgreSQL 后重试。",
            "PostgreSQL's table of locks is too small. Raise max_locks_per_transaction in its settings (to 1024, for example), restart PostgreSQL and try again.");

    private final Fault fault;
    private final String zh;
    private final String en;

    BackupError(Fault fault, String zh, String en) {
        this.fault = fault;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    ProblemException because(Throwable cause, Object... arguments) {
        return new ProblemException(fault, with(arguments), List.of(), cause);
    }
}
