package dev.plimsoll.report;

import static dev.plimsoll.report.Sample.BROKEN;
import static dev.plimsoll.report.Sample.LEGACY;
import static dev.plimsoll.report.Sample.MODE;
import static dev.plimsoll.report.Sample.diagnostic;
import static dev.plimsoll.report.Sample.fix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.report.Console.Look;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final String DOCKERFILE =
      """
      FROM alpine:3.22
      ENV key value
      RUN mkdir -p /app/storage \\
       && chmod -R 777 /app/storage
      USER appuser
      """;

  @Test
  void showsEachFindingWithItsLineAndTheLineItContinues() {
    Sample sample = new Sample().file("api/Dockerfile", DOCKERFILE);
    FixReport fix =
        new FixReport(
            "start as root, drop to appuser",
            Safety.UNSAFE,
            Status.OFFERED,
            Optional.empty(),
            List.of(),
            List.of(new NewFile("docker-entrypoint.sh", 0755, "")),
            false);
    sample.add(
        diagnostic(
            LEGACY,
            sample.place("api/Dockerfile", "key value"),
            "write key=value",
            List.of(),
            List.of(fix(Safety.SAFE, Status.OFFERED))));
    sample.add(
        diagnostic(
            MODE,
            sample.place("api/Dockerfile", "777"),
            "mode 777 lets every user write",
            List.of(),
            List.of(fix)));
    assertThat(sample.text())
        .isEqualTo(
            """
            style[dockerfile/legacy-key-value]: write key=value
             --> api/Dockerfile:2:5
              |
            2 | ENV key value
              |     ^^^^^^^^^
              = fix (safe): Use mode 775

            warning[shell/world-writable-mode]: mode 777 lets every user write
             --> api/Dockerfile:4:14
              |
            3 | RUN mkdir -p /app/storage \\
            4 |  && chmod -R 777 /app/storage
              |              ^^^
              = fix (unsafe): start as root, drop to appuser (writes docker-entrypoint.sh)

            Found 2 problems in 1 file: 1 warning, 1 style.
            1 is fixed by --fix, 1 more by --fix --unsafe-fixes; --diff shows them first.
            """);
  }

  @Test
  void showsTheSecondFileThatAFindingRestsOn() {
    Sample sample =
        new Sample()
            .file("compose.yaml", "services:\n".repeat(30) + "      - storage:/app/storage\n")
            .file("api/Dockerfile", DOCKERFILE);
    sample.add(
        diagnostic(
            MODE,
            sample.place("compose.yaml", "storage:/app/storage"),
            "volume storage belongs to root",
            List.of(
                new RelatedPlace(
                    sample.place("api/Dockerfile", "appuser"), "the service runs as this user")),
            List.of()));
    assertThat(sample.text())
        .isEqualTo(
            """
            warning[shell/world-writable-mode]: volume storage belongs to root
              --> compose.yaml:31:9
               |
            31 |       - storage:/app/storage
               |         ^^^^^^^^^^^^^^^^^^^^
              ::: api/Dockerfile:5:6
               |
             5 | USER appuser
               |      ------- the service runs as this user

            Found 1 problem in 1 of 2 files: 1 warning.
            """);
  }

  @Test
  void putsTheTermsOfASumOnLinesAndItsOwnRemarkBehindTheCarets() {
    Sample sample = new Sample().file("a.yaml", "image: postgres:16\n").file("b.yaml", "x: 3\n");
    Place own = sample.place("a.yaml", "postgres:16");
    List<RelatedPlace> related = new ArrayList<>();
    related.add(new RelatedPlace(own, "max_connections 100"));
    for (int i = 1; i <= 8; i++) {
      related.add(new RelatedPlace(sample.place("b.yaml", "3"), "term " + i));
    }
    sample.add(
        diagnostic(BROKEN, own, "too many", related, List.of(fix(Safety.SHOW, Status.OFFERED))));
    assertThat(sample.text())
        .contains(
            """
              |        ^^^^^^^^^^^ max_connections 100
              = term 1, b.yaml:1:4
              = term 2, b.yaml:1:4
              = term 3, b.yaml:1:4
              = term 4, b.yaml:1:4
              = 4 more with --format json
              = fix (show): Use mode 775

            Found 1 problem in 1 of 2 files: 1 error.
            """);
  }

  @Test
  void showsTheFirstLineOfALongerRangeAndACaretForAnEmptyOne() {
    Sample sample = new Sample().file("f", "one two\r\nthree\r\n");
    sample.finding(MODE, sample.place("f", "two\r\nthree"), "long");
    sample.finding(MODE, new Place("f", Span.at(7)), "at the end of the line");
    sample.finding(MODE, new Place("f", Span.at(16)), "at the end of the file");
    assertThat(sample.text())
        .contains("1 | one two\n  |     ^^^\n")
        .contains("1 | one two\n  |        ^\n")
        .contains(" --> f:3:1\n  |\n3 |\n  | ^\n");
  }

  @Test
  void saysWhenAllIsClear() {
    assertThat(new Sample().files(12).text()).isEqualTo("All clear: 12 files, 412 rules.\n");
    assertThat(new Sample().files(1).rules(1).text()).isEqualTo("All clear: 1 file, 1 rule.\n");
    assertThat(new Sample().files(5310).text()).isEqualTo("All clear: 5,310 files, 412 rules.\n");
  }

  @Test
  void nothingIsClearWhereNoRuleRan() {
    assertThat(new Sample().files(2).rules(0).text()).isEqualTo("No rule was run on 2 files.\n");
  }

  @Test
  void saysWhatWasLookedForWhenThereIsNothingToCheck() {
    assertThat(new Sample().text())
        .isEqualTo(
            """
            Nothing to check: none of the 37 files seen is of a kind that is checked.
            Looked for Dockerfile, *.Dockerfile.
            Name a file of another shape under files: in plimsoll.yaml, or with --as \
            dockerfile=build/image.txt
            """);
    assertThat(new Sample().seeing(1).text())
        .startsWith("Nothing to check: the one file seen is of no kind that is checked.\nLooked");
    assertThat(new Sample().seeing(0).text())
        .startsWith("Nothing to check: there are no files.\nLooked");
  }

  @Test
  void namesWhatWasNotAnalysedAndWhichRuleFailed() {
    Sample sample =
        new Sample()
            .files(3)
            .notAnalysed(new NotAnalysed("api/Dockerfile", "not text (NUL at byte 812)", true))
            .failure(new ToolFailure("compose/x", "it's here.yml", "IllegalState at Rule.java:7"));
    assertThat(sample.text())
        .isEqualTo(
            """
            api/Dockerfile: not analysed: not text (NUL at byte 812)
            rule compose/x failed on it's here.yml, the other 411 rules went on:
              IllegalState at Rule.java:7
              please report it with: plimsoll check --select compose/x --format json \
            'it'\\''s here.yml'
            No problem in 3 files, but 1 file was not analysed and a rule failed.
            """);
  }

  @Test
  void tellsWhatWasFixedWithdrawnAndLeft() {
    Sample sample = new Sample().file("a/Dockerfile", DOCKERFILE).file("b/Dockerfile", DOCKERFILE);
    sample.fixMode(FixMode.WRITE).created(new NewFile("a/entrypoint.sh", 0755, ""));
    sample.fixed(MODE, sample.place("a/Dockerfile", "777"));
    sample.fixed(LEGACY, sample.place("a/Dockerfile", "key"));
    sample.fixed(LEGACY, sample.place("b/Dockerfile", "key"));
    FixReport withdrawn =
        new FixReport(
            "x",
            Safety.UNSAFE,
            Status.WITHDRAWN,
            Optional.of("the model would lose final/USER, which the fix does not declare"),
            List.of(),
            List.of(),
            false);
    sample.add(
        diagnostic(MODE, sample.place("b/Dockerfile", "777"), "m", List.of(), List.of(withdrawn)));
    sample.finding(BROKEN, sample.place("b/Dockerfile", "USER"), "m");
    assertThat(sample.text())
        .isEqualTo(
            """
            Fixed 3 problems in 2 files, wrote a/entrypoint.sh:
              2 × dockerfile/legacy-key-value  a/Dockerfile, b/Dockerfile
              1 × shell/world-writable-mode    a/Dockerfile
            Withdrawn, nothing written for it:
              shell/world-writable-mode  b/Dockerfile:4:14
                  the model would lose final/USER, which the fix does not declare
            Left for a person: 2 problems, the withdrawn one among them. See them with: \
            plimsoll check
            """);
  }

  @Test
  void tellsWhatAPatchWouldFixAndWhatUnsafeFixesCouldDoBeyond() {
    Sample sample = new Sample().file("Dockerfile", DOCKERFILE).fixMode(FixMode.DIFF);
    sample.fixed(LEGACY, sample.place("Dockerfile", "key"));
    assertThat(sample.text())
        .startsWith("Would fix 1 problem in 1 file:\n")
        .endsWith("Nothing is left.\n");
    sample.add(
        diagnostic(
            MODE,
            sample.place("Dockerfile", "777"),
            "m",
            List.of(),
            List.of(fix(Safety.UNSAFE, Status.OFFERED))));
    assertThat(sample.text())
        .endsWith("Left: 1 problem; --fix --unsafe-fixes fixes 1. See it with: plimsoll check\n");
  }

  @Test
  void showsSuppressedFindingsOnlyWhenAsked() {
    Sample sample = new Sample().file("Dockerfile", DOCKERFILE);
    sample.suppressed(
        MODE, sample.place("Dockerfile", "777"), sample.place("Dockerfile", "ENV"), "a shared box");
    assertThat(sample.text()).isEqualTo("All clear: 1 file, 412 rules.\n");
    assertThat(sample.showingSuppressed().text())
        .contains("  = suppressed at Dockerfile:2:1: a shared box\n")
        .endsWith("\nAll clear: 1 file, 412 rules.\n");
  }

  @Test
  void sendsColourAndLinksOnlyToScreensThatKnowThem() {
    Sample sample = new Sample().file("Dockerfile", DOCKERFILE);
    sample.finding(MODE, sample.place("Dockerfile", "777"), "m");
    assertThat(sample.text()).doesNotContain("\u001b");
    assertThat(sample.on(Look.LINKS).text())
        .startsWith(
            "warning[\u001b]8;;https://plimsoll.dev/rules/shell/world-writable-mode\u001b\\"
                + "shell/world-writable-mode\u001b]8;;\u001b\\]: m\n")
        .doesNotContain("\u001b[");
    assertThat(sample.on(Look.COLOUR).text())
        .startsWith(
            "\u001b[1;33mwarning[shell/world-writable-mode]\u001b[0m: \u001b[1mm\u001b[0m\n")
        .doesNotContain("]8;;");
  }

  @Test
  void hasNoExcerptWhereTheTextIsNotAtHand() {
    Sample sample = new Sample().files(1);
    sample.finding(MODE, new Place("gone", new Span(3, 4)), "m");
    assertThat(sample.text())
        .startsWith("warning[shell/world-writable-mode]: m\n --> gone:1:1\n\nFound");
  }
}
