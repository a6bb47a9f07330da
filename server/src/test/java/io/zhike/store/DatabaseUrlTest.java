package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@db.example:6543/crm, jdbc:postgresql://db.example:6543/crm, u, p",
        "postgres://u:p@db/crm, jdbc:postgresql://db:5432/crm, u, p",
        "jdbc:postgresql://db/crm?user=u&password=p, jdbc:postgresql://db:5432/crm, u, p",
        "postgresql://u@db/crm, jdbc:postgresql://db:5432/crm, u, ''",
        "postgresql://a%40b:p%3A%2F+%25@db/crm?sslmode=require, jdbc:postgresql://db:5432/crm?sslmode=require, a@b, p:/+%",
        "postgresql://u:p@[::1]:5433/crm, jdbc:postgresql://[::1]:5433/crm, u, p",
    })
    void readsTheSpellingsOfLibpqAndJdbc(String text, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@db/crm",
                "db.example:5432/crm",
                "postgresql://u:secret@db",
                "postgresql://u:secret@db/",
                "postgresql://db/crm",
                "postgresql://u:secret@db space/crm",
                "nonsense",
            })
    void refusesOtherTextsWithoutRepeatingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_URL_INVALID);
                    assertThat(problem.message().in(Language.ZH))
                            .contains("postgresql://用户:密码@主机")
                            .doesNotContain("secret");
                    assertThat(problem.getMessage()).doesNotContain("secret");
                });
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db:5432/crm", "u", "secret").toString())
                .isEqualTo("u@jdbc:postgresql://db:5432/crm");
    }
}
