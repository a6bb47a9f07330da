package io.zhike.workspace;

import io.zhike.message.Language;
import io.zhike.store.DataPlace;
import io.zhike.store.Database;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the first workspace and its administrator where there is none, and says when the server is ready. Several nodes may
 * start at once: one of them makes both, in one transaction. First of the runners: others need the workspace.
 */
@Component
@Order(0)
class FirstStart implements ApplicationRunner {
    static final String ACCOUNT = "admin";
    private static final String WORKSPACE_NAME = "我的公司";
    private static final String MEMBER_NAME = "管理员";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Database database;
    private final Workspaces workspaces;
    private final Members members;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Environment environment;
    private final DataPlace place;
    private final String wantedPassword;
    private @Nullable String madePassword;

    FirstStart(
            Database database,
            Workspaces workspaces,
            Members members,
            Accounts accounts,
            Passwords passwords,
            Environment environment,
            DataPlace place,
            @Value("${zhike.admin-password:}") String wantedPassword) {
        this.database = database;
        this.workspaces = workspaces;
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.environment = environment;
        this.place = place;
        this.wantedPassword = wantedPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.areThereAny()) {
            String password = wantedPassword.isEmpty() ? Secret.password() : wantedPassword;
            if (make(password)) {
                madePassword = password;
            }
        }
    }

    /** What a start says to people, in both languages; programs read the last line. */
    @EventListener
    void sayReady(ApplicationReadyEvent event) {
        System.out.printf("""

                知客已就绪：%s，账号 %s%s
                数据 Data: %s    停止 Stop: Ctrl-C
                %s
                """, address(), ACCOUNT, chinesePassword(), place.text(), readyLine());
    }

    /** The last line of a start. The password is in it only on the start that made it. */
    String readyLine() {
        String line = "Zhike is ready at %s, account %s".formatted(address(), ACCOUNT);
        return madePassword == null ? line : line + ", password " + madePassword;
    }

    private String chinesePassword() {
        return madePassword == null ? "" : "，密码 " + madePassword + "（只显示这一次，登录后请修改）";
    }

    private String address() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        String named = switch (host) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
        return "http://" + named + ":" + environment.getProperty("local.server.port");
    }

    private boolean make(String password) {
        String hash = passwords.hash(password);
        Workspace workspace = workspaces.plan(WORKSPACE_NAME, ZONE, Language.ZH);
        NewMember admin = new NewMember(MEMBER_NAME, ACCOUNT, password, null, null, null, null, null, true);
        return database.write(ctx -> {
            Optional<Accounts.Account> account = accounts.add(ctx, ACCOUNT, hash, true)
                    .map(id -> new Accounts.Account(id, ACCOUNT, hash, true, true));
            if (account.isEmpty()) {
                return false;
            }
            workspaces.add(ctx, workspace);
            members.writes().create(ctx, workspace, admin, account, hash);
            return true;
        });
    }
}
