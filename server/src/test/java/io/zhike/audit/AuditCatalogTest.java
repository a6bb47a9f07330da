package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zhike.message.Language;
import io.zhike.workspace.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All actions of all modules can be read in both languages, and entries of unknown ones too. */
class AuditCatalogTest {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");
    private static final Set<String> ALWAYS = Set.of("who", "title", "via");

    private final AuditCatalog catalog = TestServer.bean(AuditCatalog.class);

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static StoredEntry entry(String action, String name, String detail) {
        return new StoredEntry(
                Instant.EPOCH,
                new UUID(0, 1),
                action,
                "session",
                null,
                name,
                null,
                null,
                "thing",
                "t",
                "标题",
                detail,
                null,
                null);
    }

    @Test
    void everyActionIsRegistered() {
        List<String> names = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.zhike")) {
            if (type.isEnum() && type.isAssignableTo(AuditAction.class)) {
                type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type))
                        .forEach(field -> names.add(field.getName()));
            }
        }
        assertThat(names).isNotEmpty();
        assertThat(catalog.all()).extracting(AuditAction::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void bothLanguagesTellTheSameAndNameOnlyKnownFacts() {
        for (AuditAction action : catalog.all()) {
            assertThat(places(action.zh())).describedAs(action.name()).isEqualTo(places(action.en()));
            assertThat(places(action.zh()).stream()
                            .filter(place -> !ALWAYS.contains(place)
                                    && AuditWord.of(place).isEmpty()))
                    .describedAs(action.name())
                    .isEmpty();
            assertThat(action.wording().zhLabel()).isNotBlank();
            assertThat(action.wording().enLabel()).isNotBlank();
        }
    }

    @Test
    void aSentenceIsFilledFromTheEntryAndItsFacts() {
        StoredEntry entry = entry("LOG_REMOVED", "李娜", "{\"until\":\"2027-01-01\",\"up-to\":7,\"hash\":\"ab\"}");
        assertThat(catalog.sentence(entry, Language.ZH)).isEqualTo("李娜 清除了到期的审计日志，截至 2027-01-01，编号 7");
        assertThat(catalog.sentence(entry, Language.EN)).startsWith("李娜 removed the audit log");
    }

    @Test
    void whatStandsInAFactIsNeverTakenForAPlaceOrAPattern() {
        StoredEntry entry = entry("LOG_REMOVED", "$1 {until}", "{\"until\":\"{who}\",\"up-to\":7}");
        assertThat(catalog.sentence(entry, Language.ZH)).isEqualTo("$1 {until} 清除了到期的审计日志，截至 {who}，编号 7");
    }

    @Test
    void anActionOfAnotherReleaseIsReadByItsName() {
        StoredEntry entry = entry(
                "LEFT_LONG_AGO",
                "李娜",
                "{\"odd\":[1,\"b\"],\"changes\":[{\"of\":\"admin\",\"before\":false,\"after\":true}]}");
        assertThat(catalog.sentence(entry, Language.ZH)).isEqualTo("LEFT_LONG_AGO");
        assertThat(catalog.facts(entry, Language.ZH)).containsExactly(new AuditCatalog.Fact("odd", "odd", "1、b"));
        assertThat(catalog.changes(entry, Language.ZH)).containsExactly(new AuditCatalog.Change("管理员", "否", "是"));
    }
}
