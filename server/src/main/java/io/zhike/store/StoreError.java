package io.zhike.store;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;
import io.zhike.message.ProblemException;
import java.util.List;

/** What can go wrong with the database that is not a mistake of ours. */
public enum StoreError implements ErrorCode {
    DATABASE_URL_INVALID(
            Fault.INVALID,
            "数据库地址无效：{0}。应写成 postgresql://用户:密码@主机:5432/数据库。",
            "The database URL is not valid: {0}. It should read postgresql://user:password@host:5432/database."),
    DATABASE_UNREACHABLE(
            Fault.UNAVAILABLE,
            "无法连接数据库「{0}」：{1}。请检查主机、端口和防火墙，以及 PostgreSQL 是否正在运行。",
            "The database '{0}' cannot be reached: {1}. Check host, port and firewall, and whether PostgreSQL is running."),
    DATABASE_SIGN_IN_REFUSED(
            Fault.UNAVAILABLE,
            "数据库「{0}」拒绝登录：{1}。请检查用户名、密码、数据库名和 pg_hba.conf。",
            "The database '{0}' refused the sign-in: {1}. Check user, password, database name and pg_hba.conf."),
    DATABASE_VERSION_UNSUPPORTED(
            Fault.UNAVAILABLE,
            "数据库「{0}」是 PostgreSQL {1}，知客支持 PostgreSQL 15 到 18。",
            "The database '{0}' is PostgreSQL {1}; Zhike works with PostgreSQL 15 to 18."),
    DATABASE_UNSUITABLE(Fault.UNAVAILABLE, "数据库「{0}」还不能使用：{1}", "The database '{0}' cannot be used yet: {1}"),
    DATABASE_UNAVAILABLE(
            Fault.UNAVAILABLE,
            "数据库暂时不可用，本次操作没有完成。请稍后重试。",
            "The database is not available just now, so this was not completed. Try again in a moment."),
    NO_DATA(
            Fault.NOT_FOUND,
            "目录「{0}」中没有知客的数据。请用 --data 指定数据目录，或用 --database 指定外部的 PostgreSQL。",
            "There is no data of Zhike in '{0}'. Name its directory with --data, or an external PostgreSQL with --database."),
    DATABASE_FULL(
            Fault.UNAVAILABLE,
            "数据库的磁盘已满，什么都没有保存。请清理磁盘空间后重试。",
            "The disk of the database is full; nothing was saved. Free some space and try again."),
    CONTENDED(
            Fault.CONFLICT,
            "其他人正在修改同样的数据，本次操作没有保存。请重试。",
            "Others are changing the same data, so nothing was saved. Try again."),
    QUERY_TOO_SLOW(
            Fault.UNAVAILABLE,
            "查询超过 {0} 秒仍未完成，已被停止。请缩小条件范围后重试。",
            "The query was stopped because it ran for more than {0} seconds. Narrow its conditions and try again.");

    private final Fault fault;
    private final String zh;
    private final String en;

    StoreError(Fault fault, String zh, String en) {
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
