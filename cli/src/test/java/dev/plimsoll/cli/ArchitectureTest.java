package dev.plimsoll.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import whom, and where the outside world is touched: the borders of the house. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plimsoll");

  /** Written by the annotation processor and by ANTLR; the rules for people are not for them. */
  private static final DescribedPredicate<JavaClass> GENERATED =
      DescribedPredicate.describe(
          "generated",
          type ->
              type.getPackageName().endsWith(".index")
                  || type.getSimpleName().endsWith("Rows") // of the tables in linter-core
                  || (type.getSimpleName().matches(".*(Lexer|Parser)")
                      && type.isAssignableTo("org.antlr.v4.runtime.Recognizer"))
                  || type.getEnclosingClass()
                      .filter(outer -> outer.isAssignableTo("org.antlr.v4.runtime.Recognizer"))
                      .isPresent());

  @Test
  void packagesDependOneWay() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("dev.plimsoll.text..")
            .layer("small")
            .definedBy("dev.plimsoll.parse.small..")
            .layer("source")
            .definedBy("dev.plimsoll.source..")
            .layer("tree")
            .definedBy("dev.plimsoll.parse.*.tree..")
            .layer("parse")
            .definedBy("dev.plimsoll.parse.(dockerfile|shell)")
            .layer("yaml")
            .definedBy("dev.plimsoll.parse.yaml")
            .layer("parsed")
            .definedBy("dev.plimsoll.parse")
            .layer("model")
            .definedBy("dev.plimsoll.model..")
            .layer("project")
            .definedBy("dev.plimsoll.project..")
            .layer("fix")
            .definedBy("dev.plimsoll.fix..")
            .layer("rule")
            .definedBy("dev.plimsoll.rule..")
            .layer("policy")
            .definedBy("dev.plimsoll.policy..")
            .layer("config")
            .definedBy("dev.plimsoll.config..")
            .layer("engine")
            .definedBy("dev.plimsoll.engine..")
            .layer("report")
            .definedBy("dev.plimsoll.report..")
            .layer("run")
            .definedBy("dev.plimsoll.run..")
            .layer("rules")
            .definedBy("dev.plimsoll.rules..")
            .layer("index")
            .definedBy("dev.plimsoll.index..")
            .layer("cli")
            .definedBy("dev.plimsoll.cli..");
    layers
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("small")
        .mayOnlyAccessLayers("text", "parsed", "tree", "yaml")
        .whereLayer("source")
        .mayOnlyAccessLayers("text", "parsed", "small", "tree")
        .whereLayer("tree")
        .mayOnlyAccessLayers("text")
        .whereLayer("parse")
        .mayOnlyAccessLayers("text", "parsed", "tree")
        .whereLayer("yaml")
        .mayOnlyAccessLayers("text", "parsed", "tree")
        .whereLayer("parsed")
        .mayOnlyAccessLayers("text")
        .whereLayer("model")
        .mayOnlyAccessLayers("text", "parse", "yaml", "parsed", "small", "tree")
        .whereLayer("project")
        .mayOnlyAccessLayers("text", "source", "parse", "yaml", "parsed", "small", "tree", "model")
        .whereLayer("fix")
        .mayOnlyAccessLayers("text", "source", "parse", "yaml", "parsed", "tree")
        .whereLayer("rule")
        .mayOnlyAccessLayers("text", "parse", "yaml", "parsed", "tree", "model", "project", "fix")
        .whereLayer("policy") // what the user's own rules mean: read by config, run by engine
        .mayOnlyAccessLayers("text", "tree", "model", "rule")
        .whereLayer("config")
        .mayOnlyAccessLayers("text", "source", "parse", "yaml", "parsed", "tree", "rule", "policy")
        .whereLayer("rules")
        .mayOnlyAccessLayers(
            "text", "parse", "yaml", "parsed", "tree", "model", "project", "fix", "rule")
        .whereLayer("report")
        .mayOnlyAccessLayers("text", "source", "project", "rule", "fix")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("run", "cli")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("index")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(HOUSE);
  }

  @Test
  void rulesNeverCallAParser() {
    noClasses()
        .that()
        .resideInAPackage("dev.plimsoll.rules..")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Parser")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Reader")
        .check(HOUSE);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.plimsoll.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void onlyTheOuterRingTouchesTheOutsideWorld() {
    ArchRule rule =
        noClasses()
            .that(
                DescribedPredicate.not(
                    JavaClass.Predicates.resideInAnyPackage(
                            "dev.plimsoll.run..",
                            "dev.plimsoll.cli..",
                            "dev.plimsoll.mojo..",
                            "dev.plimsoll.ruleindex..",
                            "dev.plimsoll.testkit..",
                            "dev.plimsoll.bench..")
                        .or(
                            DescribedPredicate.describe(
                                "the disk workspace",
                                type ->
                                    type.getName()
                                        .startsWith("dev.plimsoll.source.DiskWorkspace")))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                java.nio.file.Files.class,
                java.nio.file.Path.class,
                java.io.File.class,
                ProcessBuilder.class,
                java.time.Clock.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould(
                ArchConditions.callMethod(System.class, "getenv", String.class)
                    .or(ArchConditions.callMethod(System.class, "getenv"))
                    .or(ArchConditions.callMethod(System.class, "currentTimeMillis"))
                    .or(ArchConditions.callMethod(System.class, "nanoTime"))
                    .or(ArchConditions.callMethod(java.time.LocalDate.class, "now")));
    rule.check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      boolean marked =
          type.getPackage()
              .tryGetPackageInfo()
              .filter(info -> info.isAnnotatedWith(NullMarked.class))
              .isPresent();
      if (!marked && !GENERATED.test(type)) {
        unmarked.add(type.getPackageName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void noLambdaStandsOnARulesWayToNoMatch() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Dispatch")
        .or()
        .haveSimpleName("RuleRun")
        .or()
        .haveSimpleName("LineTokens")
        .or()
        .resideInAPackage("dev.plimsoll.text")
        .should(haveNoLambda())
        .check(HOUSE);
  }

  private static ArchCondition<JavaClass> haveNoLambda() {
    return new ArchCondition<>("have no lambda") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(method -> method.getName().startsWith("lambda$"))
            .forEach(
                method ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " has the lambda " + method.getName())));
      }
    };
  }

  @Test
  void noClassIsLongerThanFourHundredLines() {
    Set<String> tooLong = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      int last =
          type.getCodeUnits().stream()
              .flatMap(unit -> unit.getCallsFromSelf().stream())
              .mapToInt(call -> call.getLineNumber())
              .max()
              .orElse(0);
      if (last > 400 && !GENERATED.test(type)) {
        tooLong.add(type.getName() + ": " + last);
      }
    }
    assertThat(tooLong).isEmpty();
  }
}
