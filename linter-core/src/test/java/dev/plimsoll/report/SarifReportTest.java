package dev.plimsoll.report;

import static dev.plimsoll.report.Sample.BROKEN;
import static dev.plimsoll.report.Sample.LEGACY;
import static dev.plimsoll.report.Sample.MODE;
import static dev.plimsoll.report.Sample.diagnostic;
import static dev.plimsoll.report.Sample.edit;
import static dev.plimsoll.report.Sample.fix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SarifReportTest {

  /** Knows the page of one rule. */
  private static final ClassLoader PAGES =
      new ClassLoader(null) {
        @Override
        public InputStream getResourceAsStream(String name) {
          String page = name.equals(MODE.pageResource()) ? "# Mode\n\nWhy: …\n" : "";
          return new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8));
        }
      };

  private static JsonNode run(Sample sample) {
    String sarif = sample.as(new SarifReport(new RulePages(PAGES)));
    assertThat(Documents.SARIF.complaints(sarif)).isEmpty();
    return Documents.tree(sarif).at("/runs/0");
  }

  private static JsonNode result(Sample sample) {
    return run(sample).at("/results/0");
  }

  private static Sample one(String content, String culprit) {
    Sample sample = new Sample().file("a b/Dockerfile", content);
    return sample.finding(MODE, sample.place("a b/Dockerfile", culprit), "mode 777");
  }

  @Test
  void isAWholeFileWhereNothingIsWrong() {
    JsonNode run = run(new Sample().files(3));
    assertThat(run.at("/results").isArray()).isTrue();
    assertThat(run.at("/results").size()).isZero();
    assertThat(run.at("/tool/driver/rules").size()).isEqualTo(3);
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.at("/automationDetails/id").asString()).isEqualTo("plimsoll/");
    assertThat(run.at("/columnKind").asString()).isEqualTo("utf16CodeUnits");
  }

  @Test
  void describesEveryEnabledRuleInTheOrderOfIds() {
    JsonNode rules = run(new Sample()).at("/tool/driver/rules");
    assertThat(rules.at("/0/id").asString()).isEqualTo("dockerfile/legacy-key-value");
    assertThat(rules.at("/0/defaultConfiguration/level").asString()).isEqualTo("note");
    assertThat(rules.at("/0/properties/problem.severity").asString()).isEqualTo("recommendation");
    assertThat(rules.at("/1/id").asString()).isEqualTo("dockerfile/syntax-error");
    JsonNode mode = rules.at("/2");
    assertThat(mode.toString())
        .isEqualTo(
            """
            {"id":"shell/world-writable-mode","name":"WorldWritableMode",
            "shortDescription":{"text":"The title of shell/world-writable-mode"},
            "fullDescription":{"text":"The title of shell/world-writable-mode."},
            "defaultConfiguration":{"level":"warning"},
            "helpUri":"https://plimsoll.dev/rules/shell/world-writable-mode",
            "help":{"text":"The title of shell/world-writable-mode. \
            See https://plimsoll.dev/rules/shell/world-writable-mode",
            "markdown":"# Mode\\n\\nWhy: …\\n"},
            "relationships":[{"target":{"id":"732","index":0,
            "toolComponent":{"name":"CWE","index":0}},"kinds":["relevant"]}],
            "properties":{"tags":["security","shell","permissions","external/cwe/cwe-732"],
            "precision":"high","problem.severity":"warning","security-severity":"5.5"}}
            """
                .replace("\n", ""));
    assertThat(run(new Sample()).at("/taxonomies/0/taxa/0/id").asString()).isEqualTo("732");
  }

  @Test
  void addsTheRuleOfAFindingThatIsNotAmongTheEnabled() {
    Sample sample = new Sample().file("f", "x");
    sample.finding(
        Sample.rule("compose/x", Severity.INFO, Category.STYLE, Safety.NONE),
        sample.place("f", "x"),
        "m");
    JsonNode run = run(sample);
    assertThat(run.at("/results/0/ruleIndex").asInt()).isZero();
    assertThat(run.at("/results/0/level").asString()).isEqualTo("note");
    assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("compose/x");
  }

  @Test
  void placesAResultInUtf16UnitsUnderARelativeUri() {
    JsonNode result = result(one("FROM x\nRUN 🚢 chmod 777 y\n", "777"));
    assertThat(result.at("/ruleId").asString()).isEqualTo("shell/world-writable-mode");
    assertThat(result.at("/ruleIndex").asInt()).isEqualTo(2);
    assertThat(result.at("/level").asString()).isEqualTo("warning");
    assertThat(result.at("/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"a%20b/Dockerfile\",\"uriBaseId\":\"SRCROOT\"},"
                + "\"region\":{\"startLine\":2,\"startColumn\":14,\"endLine\":2,\"endColumn\":17}}");
    assertThat(SarifPlaces.uri("ä:%?#/[x]~")).isEqualTo("%C3%A4%3A%25%3F%23/%5Bx%5D~");
  }

  @Test
  void keepsARangeWithItsLineEndingOnItsOwnLines() {
    JsonNode region =
        result(one("RUN a\r\nRUN b\r\n", "RUN a\r\n")).at("/locations/0/physicalLocation/region");
    assertThat(region.at("/endLine").asInt()).isEqualTo(1);
    assertThat(region.at("/endColumn").asInt()).isEqualTo(6);
  }

  @Test
  void fingerprintsTheLineAsGitHubDoesAndBesideItOurOwn() {
    JsonNode prints = result(one(" a\nb\n  \t\tc\n d", "b")).at("/partialFingerprints");
    assertThat(prints.toString())
        .isEqualTo(
            "{\"primaryLocationLineHash\":\"54703d4cd895b18:1\","
                + "\"plimsoll/v1\":\"p1:0123456789abcdef\"}");
  }

  @Test
  void hashesNoSecret() {
    String one =
        result(one("ENV P=«hunter2» 777\nx\n", "777")).at("/partialFingerprints").toString();
    String other =
        result(one("ENV P=«swordfish» 777\nx\n", "777")).at("/partialFingerprints").toString();
    assertThat(one).isEqualTo(other);
    JsonNode behind = result(one("ENV P=«a\nb»\nRUN 777\n", "777")).at("/partialFingerprints");
    assertThat(behind.at("/primaryLocationLineHash").asString())
        .isEqualTo(LineHashes.of("\n\nRUN 777\n").get(2));
  }

  @Test
  void numbersRelatedPlacesAndMakesNoLinkOfAMessage() {
    Sample sample = new Sample().file("f", "a b");
    sample.add(
        diagnostic(
            MODE,
            sample.place("f", "a"),
            "see [here](https://evil.example)",
            List.of(new RelatedPlace(sample.place("f", "b"), "because")),
            List.of()));
    JsonNode result = result(sample);
    assertThat(result.at("/message/text").asString())
        .isEqualTo("see [here] (https://evil.example)");
    assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
    assertThat(result.at("/relatedLocations/0/message/text").asString()).isEqualTo("because");
  }

  @Test
  void offersTheFixesThatCanBeAppliedAsTheyStand() {
    Sample sample = new Sample().file("f", "a 777\n").file("e", "x");
    Place mode = sample.place("f", "777");
    Edit.Replace first = edit(mode, "775");
    FixReport redacted =
        new FixReport(
            "t", Safety.SAFE, Status.OFFERED, Optional.empty(), List.of(first), List.of(), true);
    FixReport creating =
        new FixReport(
            "t",
            Safety.UNSAFE,
            Status.OFFERED,
            Optional.empty(),
            List.of(first),
            List.of(new NewFile("n", 0755, "x")),
            false);
    sample.add(
        diagnostic(
            MODE,
            mode,
            "m",
            List.of(),
            List.of(
                fix(
                    Safety.UNSAFE,
                    Status.OFFERED,
                    first,
                    edit(new Place("e", Span.at(0)), "y"),
                    edit(new Place("f", new Span(0, 1)), "")),
                fix(Safety.SHOW, Status.OFFERED, first),
                fix(Safety.SAFE, Status.WITHDRAWN, first),
                fix(Safety.SAFE, Status.OFFERED),
                redacted,
                creating)));
    JsonNode fixes = result(sample).at("/fixes");
    assertThat(fixes.size()).isEqualTo(1);
    assertThat(fixes.at("/0/properties/safety").asString()).isEqualTo("unsafe");
    assertThat(fixes.at("/0/artifactChanges/0").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"e\",\"uriBaseId\":\"SRCROOT\"},\"replacements\":["
                + "{\"deletedRegion\":{\"startLine\":1,\"startColumn\":1,"
                + "\"endLine\":1,\"endColumn\":1},\"insertedContent\":{\"text\":\"y\"}}]}");
    assertThat(fixes.at("/0/artifactChanges/1/replacements").size()).isEqualTo(2);
  }

  @Test
  void tellsOfFilesNotAnalysedAndOfRulesThatFailed() {
    Sample walked = new Sample().notAnalysed(new NotAnalysed("f", "template", false));
    assertThat(run(walked).at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    Sample sample =
        walked
            .notAnalysed(new NotAnalysed("g", "not text", true))
            .failure(new ToolFailure(BROKEN.id(), "h", "at X.java:3"))
            .failure(new ToolFailure("no/such", "h", "at X.java:3"));
    JsonNode invocation = run(sample).at("/invocations/0");
    assertThat(invocation.at("/executionSuccessful").asBoolean()).isFalse();
    JsonNode notes = invocation.at("/toolExecutionNotifications");
    assertThat(notes.at("/0/level").asString()).isEqualTo("warning");
    assertThat(notes.at("/0/message/text").asString()).isEqualTo("not analysed: template");
    assertThat(notes.at("/1/level").asString()).isEqualTo("error");
    assertThat(notes.at("/2/associatedRule").toString())
        .isEqualTo("{\"id\":\"dockerfile/syntax-error\",\"index\":1}");
    assertThat(notes.at("/3/associatedRule").toString()).isEqualTo("{\"id\":\"no/such\"}");
  }

  @Test
  void saysOfAllResultsOrOfNoneWhetherTheyAreSuppressed() {
    Sample sample = new Sample().file("f", "a b");
    sample.finding(LEGACY, sample.place("f", "b"), "m");
    sample.suppressed(MODE, sample.place("f", "a"), sample.place("f", "b"), "known");
    JsonNode hidden = run(sample).at("/results");
    assertThat(hidden.size()).isEqualTo(1);
    assertThat(hidden.at("/0/suppressions").isMissingNode()).isTrue();
    JsonNode shown = run(sample.showingSuppressed()).at("/results");
    assertThat(shown.at("/0/suppressions/0/justification").asString()).isEqualTo("known");
    assertThat(shown.at("/0/suppressions/0/kind").asString()).isEqualTo("inSource");
    assertThat(shown.at("/1/suppressions").toString()).isEqualTo("[]");
  }

  @Test
  void isHeldAgainstASchemaThatRefusesBrokenDocuments() {
    String sarif = one("RUN 777", "777").as(new SarifReport(new RulePages(PAGES)));
    for (String broken :
        List.of(
            sarif.replace("\"level\":\"warning\"", "\"level\":\"fatal\""),
            sarif.replace("\"startLine\":1", "\"startLine\":0"),
            sarif.replace("\"executionSuccessful\":true,", ""),
            sarif.replace("\"version\":\"2.1.0\"", "\"version\":\"2.0.0\""),
            sarif.replace("\"columnKind\"", "\"columnSort\""))) {
      assertThat(broken).isNotEqualTo(sarif);
      assertThat(Documents.SARIF.complaints(broken)).as(broken).isNotEmpty();
    }
  }
}
