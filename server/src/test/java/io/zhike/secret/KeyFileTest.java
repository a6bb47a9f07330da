package io.zhike.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    private KeyFile file() {
        return new KeyFile(folder.resolve("data").resolve(KeyFile.USUAL_NAME));
    }

    private String rights() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()));
    }

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        assertThat(file().read()).isEmpty();
        KeyRing made = file().make();
        assertThat(rights()).isEqualTo("rw-------");
        assertThat(file().make().current().id()).isEqualTo(made.current().id());
        assertThat(file().read().orElseThrow().keys()).hasSize(1);
    }

    @Test
    void rotationPutsANewKeyFirstAndKeepsTheOldOnes() throws IOException {
        String first = file().make().current().id();
        KeyRing rotated = file().rotate();
        assertThat(rotated.keys()).hasSize(2);
        assertThat(rotated.current().id()).isNotEqualTo(first);
        assertThat(rotated.find(first)).isPresent();
        assertThat(rights()).isEqualTo("rw-------");
        assertThat(file().rotate().keys()).hasSize(3);
        assertThat(Files.readString(file().path())).containsOnlyOnce("# Zhike");
    }

    @Test
    void refusesWhatIsNoKeyAndShowsNothingOfIt() {
        for (String text : List.of("", "# nothing\n\n", "c2hvcnQ=", "not base64 at all", KeyRing.newLine() + "\nx")) {
            assertThatThrownBy(() -> KeyRing.parse(text, "/srv/secret.key"))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.message().code()).isEqualTo(SecretError.KEY_MALFORMED);
                        assertThat(problem.message().arguments()).isEqualTo(List.of("/srv/secret.key"));
                    });
        }
    }

    @Test
    void theCommandRotatesAndSaysWhatToDo() {
        String before = file().make().current().id();
        assertThat(command("rotate", "--data", folder.resolve("data").toString()))
                .startsWith("0 ")
                .contains("2 keys");
        assertThat(file().read().orElseThrow().current().id()).isNotEqualTo(before);
        assertThat(command("rotate", "--key-file", file().path().toString()))
                .startsWith("0 ")
                .contains("3 keys");
    }

    @Test
    void theCommandRefusesWhatItDoesNotKnow() {
        assertThat(command()).startsWith("2 ");
        assertThat(command("show")).startsWith("2 ");
        assertThat(command("rotate", "--data")).startsWith("2 ");
        assertThat(command("rotate", "--elsewhere", "x")).startsWith("2 ");
        assertThat(file().read()).isEmpty();
    }

    @Test
    void theCommandSaysWhyItCannotWrite() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertThat(command("rotate", "--data", plain.toString()))
                .startsWith("1 ")
                .contains("无法读写", "cannot be read or written");
    }

    private static String command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = SecretCommand.run(List.of(arguments), print, print);
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }
}
