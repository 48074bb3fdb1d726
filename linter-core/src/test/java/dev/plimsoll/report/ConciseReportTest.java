package dev.plimsoll.report;

import static dev.plimsoll.report.Sample.BROKEN;
import static dev.plimsoll.report.Sample.MODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rule.Outcome.NotAnalysed;
import org.junit.jupiter.api.Test;

class ConciseReportTest {

  @Test
  void writesOneLineAFindingAndNothingElse() {
    Sample sample = new Sample().file("Dockerfile", "FROM x\nRUN chmod 777 y\n");
    sample.notAnalysed(new NotAnalysed("other", "reason", true));
    sample.finding(MODE, sample.place("Dockerfile", "777"), "mode 777\nlets\u001b[1m every user");
    sample.finding(BROKEN, sample.place("Dockerfile", "y"), "m");
    assertThat(sample.as(new ConciseReport()))
        .isEqualTo(
            """
            Dockerfile:2:11: warning shell/world-writable-mode mode 777\\nlets\\u001b[1m every user
            Dockerfile:2:15: error dockerfile/syntax-error m
            """);
  }

  @Test
  void marksSuppressedFindingsInTheirPlace() {
    Sample sample = new Sample().file("f", "a b c");
    sample.finding(MODE, sample.place("f", "a"), "m");
    sample.finding(MODE, sample.place("f", "c"), "m");
    sample.suppressed(MODE, sample.place("f", "b"), sample.place("f", "a"), "");
    assertThat(sample.showingSuppressed().as(new ConciseReport()))
        .isEqualTo(
            """
            f:1:1: warning shell/world-writable-mode m
            f:1:3: warning shell/world-writable-mode hidden (suppressed)
            f:1:5: warning shell/world-writable-mode m
            """);
  }

  @Test
  void isEmptyWhereNothingIsWrong() {
    assertThat(new Sample().files(3).as(new ConciseReport())).isEmpty();
  }
}
