package io.zhike.store;

import io.zhike.message.Label;
import io.zhike.message.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Says plainly why an external server cannot serve, before anything else trips over it. */
final class ServerCheck {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private static final String QUESTIONS = """
            select current_setting('server_version_num')::int / 10000 as major,
                   current_setting('server_version') as version,
                   pg_catalog.getdatabaseencoding() as encoding,
                   has_database_privilege(current_database(), 'CREATE') as may_create,
                   exists (select 1 from pg_catalog.pg_collation where collprovider = 'i') as icu,
                   exists (select 1 from pg_catalog.pg_available_extensions where name = 'pg_trgm') as trigrams,
                   lower('Ä') = 'ä' as letters
            """;

    private ServerCheck() {}

    /** Throws the {@link StoreError} that fits when {@code address} is not a PostgreSQL we can work with. */
    static void check(DatabaseAddress address) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet answers = statement.executeQuery(QUESTIONS)) {
            answers.next();
            check(address, answers);
        } catch (SQLException e) {
            throw failure(address, e);
        }
    }

    private static void check(DatabaseAddress address, ResultSet answers) throws SQLException {
        int major = answers.getInt("major");
        if (major < OLDEST || major > NEWEST) {
            throw StoreError.DATABASE_VERSION_UNSUPPORTED.problem(address, answers.getString("version"));
        }
        if (!"UTF8".equals(answers.getString("encoding"))) {
            throw unsuitable(
                    address,
                    "编码必须是 UTF8，请用 create database … encoding 'UTF8' 重建。",
                    "Its encoding has to be UTF8; create it again with encoding 'UTF8'.");
        }
        if (!answers.getBoolean("letters")) {
            throw unsuitable(
                    address,
                    "字符类型（lc_ctype）不认识非英文字母，请用 create database … lc_ctype 'C.UTF-8' template template0 重建。",
                    "Its lc_ctype knows English letters only; create it again with lc_ctype 'C.UTF-8' template template0.");
        }
        if (!answers.getBoolean("may_create")) {
            throw unsuitable(
                    address,
                    "登录的用户不能创建 schema，请执行 grant create on database … to …。",
                    "Its user may not create schemas; run grant create on database … to ….");
        }
        if (!answers.getBoolean("icu") || !answers.getBoolean("trigrams")) {
            throw unsuitable(
                    address,
                    "缺少 ICU 排序规则或扩展 pg_trgm，请安装 postgresql-contrib。",
                    "ICU collations or the extension pg_trgm are missing; install postgresql-contrib.");
        }
    }

    private static ProblemException unsuitable(DatabaseAddress address, String zh, String en) {
        return StoreError.DATABASE_UNSUITABLE.problem(address, new Label(zh, en));
    }

    private static ProblemException failure(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        StoreError error = state.startsWith("28") || state.startsWith("3D") || state.startsWith("42501")
                ? StoreError.DATABASE_SIGN_IN_REFUSED
                : StoreError.DATABASE_UNREACHABLE;
        return error.because(e, address, String.valueOf(e.getMessage()));
    }
}
