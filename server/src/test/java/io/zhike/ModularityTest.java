package io.zhike;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the floors of ARCHITECTURE.md and the calls that are banned everywhere but in one place. */
class ModularityTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.zhike");

    /** The floor of each module; a module imports only from lower floors. Between the first and the second is a mezzanine. */
    private static final Map<String, Double> FLOORS = Map.ofEntries(
            Map.entry("message", 0.0),
            Map.entry("expression", 1.0),
            Map.entry("sheet", 1.0),
            Map.entry("store", 1.0),
            Map.entry("http", 1.0),
            Map.entry("audit", 1.5),
            Map.entry("secret", 1.5),
            Map.entry("backup", 1.5),
            Map.entry("outside", 1.5),
            Map.entry("workspace", 2.0),
            Map.entry("definition", 3.0),
            Map.entry("entity", 4.0),
            Map.entry("access", 5.0),
            Map.entry("record", 6.0),
            Map.entry("page", 7.0),
            Map.entry("print", 7.0),
            Map.entry("personal", 7.0),
            Map.entry("notice", 7.0),
            Map.entry("action", 8.0),
            Map.entry("rule", 9.0),
            Map.entry("api", 11.0));

    @Test
    void modulesImportOnlyFromLowerFloors() {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String module = module(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                String other = target.getPackageName().startsWith("io.zhike.") ? module(target) : module;
                if (!module.equals(other) && !module.isEmpty() && floor(other) >= floor(module)) {
                    violations.add(module + " -> " + other + ": " + dependency.getDescription());
                }
            });
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyModuleHasAFloor() {
        assertThat(CLASSES.stream().map(ModularityTest::module).collect(Collectors.toSet()))
                .isSubsetOf(plusRoot());
    }

    @Test
    void otherModulesUseOnlyWhatAModuleOffers() {
        ApplicationModules.of(ZhikeApplication.class).verify();
    }

    @Test
    void modulesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("io.zhike.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void plainSqlIsWrittenOnlyInStoreInBackupsAndInTheSqlBackEnd() {
        TreeSet<String> calls = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (List.of("io.zhike.store", "io.zhike.backup", "io.zhike.expression.sql").stream()
                    .noneMatch(allowed -> type.getPackageName().startsWith(allowed))) {
                type.getMethodCallsFromSelf().stream()
                        .filter(ModularityTest::isPlainSql)
                        .forEach(call -> calls.add(call.getDescription()));
            }
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void timeComesFromTheInjectedClock() {
        ArchRule rule = noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .because("tests set the clock");
        rule.check(CLASSES);
    }

    @Test
    void jsonIsJackson3() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    private static boolean isPlainSql(JavaMethodCall call) {
        return call.getTarget().resolveMember().stream().anyMatch(method -> method.isAnnotatedWith(PlainSQL.class));
    }

    private static java.util.Set<String> plusRoot() {
        java.util.Set<String> known = new TreeSet<>(FLOORS.keySet());
        known.add("");
        return known;
    }

    private static double floor(String module) {
        return FLOORS.getOrDefault(module, Double.MAX_VALUE);
    }

    private static String module(JavaClass type) {
        String rest = type.getPackageName().substring("io.zhike".length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
