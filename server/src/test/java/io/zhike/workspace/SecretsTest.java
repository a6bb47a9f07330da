package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Passwords and other secrets. */
class SecretsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void hashesWithArgon2idAsOwaspWantsIt() {
        assertThat(passwords.hash("password")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("password")).isNotEqualTo(passwords.hash("password"));
    }

    @Test
    void knowsTheRightPasswordOnly() {
        String hash = passwords.hash("密码 with ünïcode");
        assertThat(passwords.matches("密码 with ünïcode", hash)).isTrue();
        assertThat(passwords.matches("密码 with unicode", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(passwords.matches("the password of nobody", null)).isFalse();
    }

    @Test
    void makesPasswordsThatCanBeReadAloud() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            made.add(Secret.password());
        }
        assertThat(made)
                .hasSize(200)
                .allMatch(password -> password.matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}"));
    }

    @Test
    void comparesAccountNamesAsPeopleDo() {
        assertThat(Accounts.key(" Ａdmin ")).isEqualTo("admin");
        assertThat(Accounts.key("ZHANG.San@例子.com")).isEqualTo("zhang.san@例子.com");
    }
}
