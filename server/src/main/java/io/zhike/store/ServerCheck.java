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
                   pg_catalog.getdatabaseencoding() = 'UTF8' as utf8,
                   pg_catalog.lower('Ä') = 'ä' as letters,
                   pg_catalog.has_database_privilege(current_database(), 'CREATE') as may_create,
                   exists (select 1 from pg_catalog.pg_collation where collprovider = 'i') as icu,
                   (select count(*) = 2 from pg_catalog.pg_available_extensions
                     where name in ('pg_trgm', 'btree_gin')) as extensions
            """;

    /** What a server says of itself. */
    record Facts(
            int major,
            String version,
            boolean utf8,
            boolean letters,
            boolean mayCreate,
            boolean icu,
            boolean extensions) {}

    private ServerCheck() {}

    /** Throws the {@link StoreError} that fits when {@code address} is not a PostgreSQL we can work with. */
    static void check(DatabaseAddress address) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet answers = statement.executeQuery(QUESTIONS)) {
            answers.next();
            check(address, facts(answers));
        } catch (SQLException e) {
            throw failure(address, e);
        }
    }

    private static Facts facts(ResultSet answers) throws SQLException {
        return new Facts(
                answers.getInt("major"),
                answers.getString("version"),
                answers.getBoolean("utf8"),
                answers.getBoolean("letters"),
                answers.getBoolean("may_create"),
                answers.getBoolean("icu"),
                answers.getBoolean("extensions"));
    }

    static void check(DatabaseAddress address, Facts facts) {
        if (facts.major() < OLDEST || facts.major() > NEWEST) {
            throw StoreError.DATABASE_VERSION_UNSUPPORTED.problem(address, facts.version());
        }
        if (!facts.utf8()) {
            throw unsuitable(
                    address,
                    "编码必须是 UTF8，请用 create database … encoding 'UTF8' template template0 重建。",
                    "Its encoding has to be UTF8; create it again with encoding 'UTF8' template template0.");
        }
        if (!facts.letters()) {
            throw unsuitable(
                    address,
                    "lc_ctype 只认识英文字母，请用 create database … lc_ctype 'C.UTF-8' template template0 重建。",
                    "Its lc_ctype knows English letters only; create it again with lc_ctype 'C.UTF-8' template template0.");
        }
        if (!facts.mayCreate()) {
            throw unsuitable(
                    address,
                    "登录的用户不能创建 schema，请执行 grant create on database … to …。",
                    "Its user may not create schemas; run grant create on database … to ….");
        }
        if (!facts.icu() || !facts.extensions()) {
            throw unsuitable(
                    address,
                    "缺少 ICU 排序规则，或缺少扩展 pg_trgm、btree_gin，请安装 postgresql-contrib。",
                    "ICU collations, or the extensions pg_trgm and btree_gin, are missing; install postgresql-contrib.");
        }
    }

    private static ProblemException unsuitable(DatabaseAddress address, String zh, String en) {
        return StoreError.DATABASE_UNSUITABLE.problem(address, new Label(zh, en));
    }

    /** 28: the sign-in, 3D: no such database, 42501: no right to connect. */
    private static ProblemException failure(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean refused = state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
        StoreError error = refused ? StoreError.DATABASE_SIGN_IN_REFUSED : StoreError.DATABASE_UNREACHABLE;
        return error.because(e, address, String.valueOf(e.getMessage()));
    }
}
