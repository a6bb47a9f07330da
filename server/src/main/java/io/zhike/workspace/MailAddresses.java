package io.zhike.workspace;

import io.zhike.store.Database;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The mail addresses of members as far as their accounts tell: many sign in by theirs. */
@Component
public final class MailAddresses {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\".]+");

    private final Database database;

    MailAddresses(Database database) {
        this.database = database;
    }

    /** Whether {@code text} looks like one address, without a name. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && SHAPE.matcher(text).matches();
    }

    /** Of those of {@code members} whose account's name is an address; one statement. */
    public Map<UUID, String> of(Workspace workspace, Collection<UUID> members) {
        return database.read(ctx -> ctx
                        .select(
                                Columns.of(Accounts.MEMBERSHIP, Columns.MEMBER),
                                Columns.of(Accounts.TABLE, Columns.NAME))
                        .from(Accounts.MEMBERSHIP)
                        .join(Accounts.TABLE)
                        .on(Columns.of(Accounts.MEMBERSHIP, Columns.ACCOUNT).eq(Columns.of(Accounts.TABLE, Columns.ID)))
                        .where(Columns.of(Accounts.MEMBERSHIP, Columns.WORKSPACE)
                                .eq(workspace.id()))
                        .and(Columns.of(Accounts.MEMBERSHIP, Columns.MEMBER).in(members))
                        .fetch()
                        .stream())
                .filter(row -> isAddress(row.value2()))
                .collect(Collectors.toMap(row -> row.value1(), row -> row.value2(), (first, _) -> first));
    }
}
