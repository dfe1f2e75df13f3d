package dev.superbill;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.superbill";
    private static final String ADAPTER = ROOT + ".adapter..";

    /// The order of dependence, lowest first.
    private static final List<String> ORDER =
            List.of(
                    "failure",
                    "code",
                    "note",
                    "codeset",
                    "section",
                    "mention",
                    "classification",
                    "visit",
                    "candidate",
                    "rule",
                    "decision",
                    "audit",
                    "workqueue",
                    "analytics");

    /// Words of a note: a record that has one of these as a string must not print itself.
    private static final Set<String> NOTE_WORDS = Set.of("text", "quote", "body", "words");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void aStageUsesOnlyTheStagesBeforeIt() {
        var layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var stage : ORDER) {
            layers = layers.optionalLayer(stage).definedBy(ROOT + "." + stage + "..");
        }
        layers =
                layers.layer("pipeline")
                        .definedBy(ROOT)
                        .layer("evaluation")
                        .definedBy(ROOT + ".evaluation..")
                        .layer("adapter")
                        .definedBy(ADAPTER);
        for (int i = 0; i < ORDER.size(); i++) {
            var later = new ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
            later.add("pipeline");
            later.add("evaluation");
            later.add("adapter");
            layers =
                    layers.whereLayer(ORDER.get(i))
                            .mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        check(
                layers.whereLayer("pipeline")
                        .mayOnlyBeAccessedByLayers("evaluation", "adapter")
                        .whereLayer("evaluation")
                        .mayOnlyBeAccessedByLayers("adapter")
                        .whereLayer("adapter")
                        .mayNotBeAccessedByAnyLayer());
    }

    @Test
    void thereAreNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
        check(slices().matching(ADAPTER.replace("..", ".(*)..")).should().beFreeOfCycles());
    }

    @Test
    void stagesKnowNothingButTheJdk() {
        check(
                classes()
                        .that(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ADAPTER))))
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                        ROOT, ROOT + "..", "java..", "org.jspecify.annotations")));
    }

    @Test
    void adaptersUseNoOtherAdapterButTheInterface() {
        for (var adapter : List.of("cli", "djl", "http", "lambda", "store", "wire", "workbench")) {
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + ".adapter." + adapter + "..")
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage(ADAPTER)
                                            .and(
                                                    not(
                                                            resideInAnyPackage(
                                                                    ROOT
                                                                            + ".adapter."
                                                                            + adapter
                                                                            + "..",
                                                                    ROOT + ".adapter.wire.."))))
                            .allowEmptyShould(true)
                            .because("each door and store stands alone; quarkus wires them"));
        }
    }

    @Test
    void recordsHoldNeitherOptionalsNorArrays() {
        check(
                fields().that()
                        .areDeclaredInClassesThat()
                        .areRecords()
                        .and()
                        .areNotStatic()
                        .should(
                                holds(
                                        "be neither an Optional nor an array",
                                        field ->
                                                !field.getRawType().isAssignableTo(Optional.class)
                                                        && !field.getRawType().isArray())));
    }

    /// A private nested class may be a loop's state: it lives no longer than the call that made it.
    @Test
    void nothingIsMutableOutsideAdapters() {
        check(
                fields().that()
                        .areDeclaredInClassesThat(
                                not(resideInAPackage(ADAPTER)).and(not(modifier(PRIVATE))))
                        .should()
                        .beFinal());
    }

    @Test
    void stagesAreToldTheTime() {
        var rule = noClasses().that(not(resideInAPackage(ADAPTER))).should();
        check(
                rule.callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + ".adapter.cli..")
                        .should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void recordsWithWordsOfTheNoteDoNotPrintThem() {
        check(
                classes()
                        .that()
                        .areRecords()
                        .should(
                                satisfies(
                                        "have a toString of their own",
                                        type -> !holdsWords(type) || printsItself(type))));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(
                classes()
                        .should(
                                satisfies(
                                        "reside in a null-marked package",
                                        type ->
                                                type.getPackage()
                                                        .isAnnotatedWith(NullMarked.class))));
    }

    private static boolean holdsWords(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(field ->
                        !field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(String.class)
                                && NOTE_WORDS.contains(field.getName()));
    }

    /// The compiler writes a record's `toString` as a dynamic call to `ObjectMethods`.
    private static boolean printsItself(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var stream = source.toURL().openStream()) {
            return ClassFile.of().parse(stream.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString("toString"))
                    .flatMap(method -> method.code().orElseThrow().elementStream())
                    .filter(InvokeDynamicInstruction.class::isInstance)
                    .map(InvokeDynamicInstruction.class::cast)
                    .noneMatch(call ->
                            call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface FieldCheck {
        boolean holds(JavaField field);
    }

    private interface TypeCheck {
        boolean holds(JavaClass type);
    }

    private static ArchCondition<JavaField> holds(String what, FieldCheck check) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!check.holds(field)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getFullName() + " should " + what));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> satisfies(String what, TypeCheck check) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!check.holds(type)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " should " + what));
                }
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
