package io.zhike.definition;

import static io.zhike.definition.DefinitionsTest.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Issue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipPackageTest {
    private static final String APP = "kind: app\ncode: crm\nlabel: {zh: 客户}\n";

    @Test
    void whatIsWrittenIsReadAgain() {
        AppPackage content = read(
                "app.yaml", APP,
                "entities/customer.yaml",
                        "kind: entity\ncode: customer\nlabel: {zh: 客户}\nfields: [{code: a, on: 'yes', n: 1.50}]",
                "sample/customer.csv", "\uFEFFname,note\n张三,\"a,\"\"b\"\"\"\n\"x\ny\",\n");

        byte[] zip = ZipPackage.write(content);
        AppPackage again = ZipPackage.read(new ByteArrayInputStream(zip));

        assertThat(again).isEqualTo(content);
        assertThat(again.definitions().getFirst().app()).isEqualTo("crm");
        assertThat(again.samples().getFirst().columns()).containsExactly("name", "note");
        assertThat(again.samples().getFirst().rows()).containsExactly(List.of("张三", "a,\"b\""), List.of("x\ny", ""));
        assertThat(ZipPackage.write(again)).isEqualTo(zip);
    }

    @Test
    void aFolderAroundEverythingDoesNotMatter() {
        assertThat(read(
                                "crm/app.yaml",
                                APP,
                                "crm/views/all.yaml",
                                "kind: view\ncode: all\nlabel: {zh: 全部}",
                                "x.txt",
                                "")
                        .definitions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../app.yaml", "/etc/app.yaml", "a/../../b.yaml", "c:\\x.yaml", "a\\b.yaml", "a//b.yaml"})
    void refusesNamesThatLeaveThePackage(String name) {
        String sound = "kind: view\ncode: all\nlabel: {zh: 全部}";
        read("app.yaml", APP, "views/all.yaml", sound);
        assertThatProblem(DefinitionError.BAD_PACKAGE, () -> read("app.yaml", APP, name, sound));
    }

    @Test
    void refusesWhatIsTooLargeHoweverSmallItIsPacked() {
        String large = "#".repeat(ZipPackage.LARGEST_FILE + 1);
        assertThatProblem(DefinitionError.PACKAGE_TOO_LARGE, () -> read("app.yaml", APP, "a.yaml", large));

        String half = "#".repeat(ZipPackage.LARGEST_FILE);
        String[] five = {"a", half, "b", half, "c", half, "d", half, "e", half};
        assertThatProblem(DefinitionError.PACKAGE_TOO_LARGE, () -> read(five));

        String[] many = new String[2 * (ZipPackage.MOST_FILES + 1)];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 2 == 0 ? "f" + i : "";
        }
        assertThatProblem(DefinitionError.PACKAGE_TOO_LARGE, () -> read(many));
    }

    @Test
    void refusesAZipThatIsBroken() {
        byte[] zip = zip("app.yaml", APP + "#".repeat(1000));
        byte[] half = Arrays.copyOf(zip, 60);
        assertThatProblem(DefinitionError.BAD_PACKAGE, () -> ZipPackage.read(new ByteArrayInputStream(half)));
        assertThatProblem(DefinitionError.BAD_PACKAGE, () -> ZipPackage.read(new ByteArrayInputStream(new byte[0])));
    }

    @Test
    void namesEveryFileThatIsWrong() {
        assertThatProblem(
                        DefinitionError.BAD_PACKAGE,
                        () -> read(
                                "app.yaml", APP,
                                "a.yaml", "kind: [",
                                "b.yaml", "- 1",
                                "c.yaml", "kind: view\ncode: Big",
                                "d.yaml", "kind: view\ncode: d\napp: other",
                                "e.yaml", "kind: view\ncode: e",
                                "f.yaml", "kind: view\ncode: e",
                                "g.yaml", "kind: view\nkind: view\ncode: g",
                                "sample/h.csv", "a,b\n1",
                                "sample/i.yaml", "- 3",
                                "sample/J.csv", "a"))
                .extracting(Issue::path)
                .containsExactlyInAnyOrder(
                        "a.yaml",
                        "b.yaml",
                        "c.yaml",
                        "d.yaml.app",
                        "f.yaml.code",
                        "g.yaml",
                        "sample/h.csv",
                        "sample/i.yaml",
                        "sample/J.csv");
    }

    @Test
    void aliasesCannotGrow() {
        String bomb = "kind: view\ncode: x\na: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        try {
            Definition read =
                    read("app.yaml", APP, "x.yaml", bomb).definitions().getFirst();
            assertThat(read.body().toString().length()).isLessThan(200);
        } catch (io.zhike.message.ProblemException refused) {
            assertThat(refused.message().code()).isEqualTo(DefinitionError.BAD_PACKAGE);
        }
    }

    @Test
    void refusesAnAppFileOfAnotherKind() {
        assertThatProblem(DefinitionError.BAD_PACKAGE, () -> read("app.yaml", "kind: view\ncode: crm"));
        assertThatProblem(DefinitionError.BAD_PACKAGE, () -> read("app.yaml", "kind: app"));
    }

    private static AppPackage read(String... files) {
        return ZipPackage.read(new ByteArrayInputStream(zip(files)));
    }

    /** A ZIP of these files: name, content, name, content … */
    static byte[] zip(String... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
