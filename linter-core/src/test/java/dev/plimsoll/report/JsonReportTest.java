package dev.plimsoll.report;

import static dev.plimsoll.report.Sample.BROKEN;
import static dev.plimsoll.report.Sample.LEGACY;
import static dev.plimsoll.report.Sample.MODE;
import static dev.plimsoll.report.Sample.diagnostic;
import static dev.plimsoll.report.Sample.edit;
import static dev.plimsoll.report.Sample.fix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonReportTest {

  private static Sample full() {
    Sample sample = new Sample().file("api/Dockerfile", "FROM x\nRUN chmod 0777 y\n");
    Place mode = sample.place("api/Dockerfile", "0777");
    FixReport withFile =
        new FixReport(
            "Add an entry point",
            Safety.UNSAFE,
            Status.WITHDRAWN,
            Optional.of("it changes USER"),
            List.of(),
            List.of(new NewFile("entrypoint.sh", 0755, "#!/bin/sh\n")),
            false);
    return sample.add(
        diagnostic(
            MODE,
            mode,
            "mode 0777 lets every user write",
            List.of(new RelatedPlace(sample.place("api/Dockerfile", "x"), "in this image")),
            List.of(fix(Safety.UNSAFE, Status.OFFERED, edit(mode, "0775")), withFile)));
  }

  private static String json(Sample sample) {
    String json = sample.as(new JsonReport());
    assertThat(Documents.PLIMSOLL.complaints(json)).isEmpty();
    return json;
  }

  @Test
  void writesEveryFieldInTheOrderOfTheContract() {
    assertThat(json(full()))
        .isEqualTo(
            """
            {"schema":"plimsoll-json/1","tool":{"name":"plimsoll","version":"0.1.0"},
            "findings":[{"rule":"shell/world-writable-mode","aliases":["hadolint:DL3059"],
            "url":"https://plimsoll.dev/rules/shell/world-writable-mode","cwe":[732],
            "sources":["plimsoll"],"severity":"warning","category":"security",
            "group":"permissions","confidence":"high","message":"mode 0777 lets every user write",
            "file":"api/Dockerfile","range":{"start":{"line":2,"column":11,"offset":17},
            "end":{"line":2,"column":15,"offset":21}},"contexts":[],
            "related":[{"file":"api/Dockerfile","range":{"start":{"line":1,"column":6,"offset":5},
            "end":{"line":1,"column":7,"offset":6}},"message":"in this image"}],
            "fixes":[{"title":"Use mode 775","safety":"unsafe","status":"offered",
            "edits":[{"file":"api/Dockerfile","start":17,"end":21,"text":"0775"}],"newFiles":[]},
            {"title":"Add an entry point","safety":"unsafe","status":"withdrawn",
            "reason":"it changes USER","edits":[],
            "newFiles":[{"file":"entrypoint.sh","mode":"0755","text":"#!/bin/sh\\n"}]}],
            "fingerprint":"p1:0123456789abcdef"}],
            "fixed":[],"notAnalysed":[],"toolFailures":[],
            "summary":{"files":1,"findings":1,"error":0,"warning":1,"info":0,"style":0,"fixable":1}}
            """
                    .replace("\n", "")
                + "\n");
  }

  @Test
  void writesAnEmptyRun() {
    JsonNode root = Documents.tree(json(new Sample().files(12)));
    assertThat(root.at("/findings").size()).isZero();
    assertThat(root.at("/summary/files").asInt()).isEqualTo(12);
  }

  @Test
  void listsWhatWasFixedNotAnalysedAndFailed() {
    Sample sample = new Sample().file("f", "ENV a b");
    sample.fixed(LEGACY, sample.place("f", "a b")).fixMode(FixMode.WRITE);
    sample.notAnalysed(new NotAnalysed("g", "not text (NUL at byte 8)", false));
    sample.failure(new ToolFailure("compose/x", "f", "at Rule.java:7"));
    JsonNode root = Documents.tree(json(sample));
    assertThat(root.at("/fixed/0/fixes/0/status").asString()).isEqualTo("applied");
    assertThat(root.at("/notAnalysed/0/reason").asString()).isEqualTo("not text (NUL at byte 8)");
    assertThat(root.at("/toolFailures/0/rule").asString()).isEqualTo("compose/x");
  }

  @Test
  void leavesOutTheTextsOfARedactedFix() {
    Sample sample = new Sample().file("f", "ENV PASSWORD «hunter2»");
    Place place = sample.place("f", "hunter2");
    FixReport redacted =
        new FixReport(
            "Quote it",
            Safety.SAFE,
            Status.OFFERED,
            Optional.empty(),
            List.of(edit(place, "\"hunter2\"")),
            List.of(new NewFile("n", 0600, "hunter2")),
            true);
    sample.add(diagnostic(LEGACY, place, "m", List.of(), List.of(redacted)));
    String json = json(sample);
    assertThat(json).doesNotContain("hunter2").contains("\"redacted\":true,\"edits\":[{\"file\"");
    assertThat(json).contains("{\"file\":\"n\",\"mode\":\"0600\"}");
  }

  @Test
  void listsSuppressedFindingsOnlyWhenAskedAndNeverCountsThem() {
    Sample sample = new Sample().file("f", "a b");
    sample.suppressed(BROKEN, sample.place("f", "a"), sample.place("f", "b"), "known");
    assertThat(Documents.tree(json(sample)).at("/findings").size()).isZero();
    JsonNode root = Documents.tree(json(sample.showingSuppressed()));
    assertThat(root.at("/findings/0/suppression/reason").asString()).isEqualTo("known");
    assertThat(root.at("/findings/0/suppression/comment/range/start/column").asInt()).isEqualTo(3);
    assertThat(root.at("/summary/error").asInt()).isZero();
  }

  @Test
  void survivesHalfASurrogatePairAndAMissingText() {
    Sample sample = new Sample().files(1);
    sample.finding(BROKEN, new Place("gone", new Span(3, 4)), "a\ud83db🚢\udea2");
    JsonNode root = Documents.tree(json(sample));
    assertThat(root.at("/findings/0/message").asString()).isEqualTo("a\ufffdb🚢\ufffd");
    assertThat(root.at("/findings/0/range/start/line").asInt()).isEqualTo(1);
  }

  @Test
  void leavesTheStreamOpenAndPassesItsFailureOn() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    Sample sample = full();
    assertThatThrownBy(() -> new JsonReport().write(sample.outcome(), sample.run(), full))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void hasASchemaThatRefusesBrokenDocuments() {
    String json = json(full());
    for (String broken :
        List.of(
            json.replace("\"severity\":\"warning\"", "\"severity\":\"fatal\""),
            json.replace("\"line\":2", "\"line\":0"),
            json.replace("\"fingerprint\":\"p1:", "\"fingerprint\":\"p0:"),
            json.replace("\"mode\":\"0755\"", "\"mode\":\"rwx\""),
            json.replace(",\"text\":\"0775\"", ""),
            json.replace("\"status\":\"offered\"", "\"status\":\"offered\",\"redacted\":true"),
            json.replace("\"toolFailures\":[],", ""))) {
      assertThat(broken).isNotEqualTo(json);
      assertThat(Documents.PLIMSOLL.complaints(broken)).as(broken).isNotEmpty();
    }
  }

  @Test
  void hasASchemaThatAllowsNewFields() {
    String json = json(full()).replace("\"fixed\":[]", "\"fixed\":[],\"new\":1");
    assertThat(Documents.PLIMSOLL.complaints(json)).isEmpty();
  }
}
