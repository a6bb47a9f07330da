package io.zhike.store.embedded;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;
import io.zhike.message.ProblemException;
import java.util.List;

/** Why the embedded PostgreSQL cannot serve. */
public enum EmbeddedError implements ErrorCode {
    DATA_DIRECTORY_IN_USE(
            Fault.CONFLICT,
            "数据目录「{0}」正被另一个知客进程（{1}）使用。请先停止它，或用 --data 指定另一个目录。",
            "The data directory '{0}' is in use by another Zhike ({1}). Stop that one first, or name another directory with --data."),
    DATA_DIRECTORY_UNUSABLE(
            Fault.UNAVAILABLE,
            "无法在数据目录「{0}」中读写：{1}。请检查目录的所有者、权限和磁盘空间，或用 --data 指定另一个目录。",
            "The data directory '{0}' cannot be read or written: {1}. Check its owner, its rights and the free space, or name another directory with --data."),
    DISK_FULL(
            Fault.UNAVAILABLE,
            "磁盘空间不足：数据目录「{0}」所在的磁盘只剩 {1} MB，至少需要 {2} MB。请清理磁盘空间，或用 --data 指定另一个目录。",
            "The disk is full: {1} MB are left where the data directory '{0}' lies, and at least {2} MB are needed. Free some space, or name another directory with --data."),
    DATA_OF_OTHER_VERSION(
            Fault.CONFLICT,
            "数据目录「{0}」由 PostgreSQL {1} 创建，而本版本的知客自带 PostgreSQL {2}。请用原来的版本导出数据后再导入。",
            "The data directory '{0}' was made by PostgreSQL {1}, and this Zhike brings PostgreSQL {2}. Export the data with the release that made it and import it again."),
    PASSWORD_LOST(
            Fault.CONFLICT,
            "数据目录「{0}」里有数据库，但缺少密码文件「{1}」。请从备份中恢复该文件。",
            "The data directory '{0}' holds a database, but its password file '{1}' is missing. Restore that file from the backup."),
    PLATFORM_WITHOUT_BINARIES(
            Fault.UNAVAILABLE,
            "没有适用于「{0}」的自带 PostgreSQL。请用 --database 指定一个外部的 PostgreSQL。",
            "There is no embedded PostgreSQL for '{0}'. Name an external PostgreSQL with --database."),
    NO_USER_TO_RUN_AS(
            Fault.UNAVAILABLE,
            "PostgreSQL 不允许以 root 身份运行，也没有找到别的办法：{0}。请改用普通用户启动，或把数据目录放到普通用户可以访问的位置，或用 --database 指定外部的 PostgreSQL。",
            "PostgreSQL refuses to run as root, and no way round was found: {0}. Start as an ordinary user, or put the data directory where an ordinary user can reach it, or name an external PostgreSQL with --database."),
    BINARIES_DO_NOT_RUN(
            Fault.UNAVAILABLE,
            "自带的 PostgreSQL 无法在这台机器上运行：{0}。请检查数据目录是否挂载为 noexec，或用 --database 指定外部的 PostgreSQL。",
            "The embedded PostgreSQL does not run on this machine: {0}. Check whether the data directory is mounted noexec, or name an external PostgreSQL with --database."),
    CLUSTER_NOT_MADE(Fault.UNAVAILABLE, "无法在「{0}」中初始化数据库：{1}", "The database could not be initialised in '{0}': {1}"),
    NOT_STARTED(
            Fault.UNAVAILABLE,
            "数据目录「{0}」中的 PostgreSQL 无法启动：{1}",
            "PostgreSQL in the data directory '{0}' did not start: {1}");

    private final Fault fault;
    private final String zh;
    private final String en;

    EmbeddedError(Fault fault, String zh, String en) {
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
