package dev.plimsoll.rules.shell.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.testkit.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only where nobody can answer is it safe to answer for them. */
class AssumeYesMissingTest {

  private static Sample sample(String file, String text) {
    return Sample.of(new AllRules()).only("shell/assume-yes-missing").file(file, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dockerfile | 'FROM debian\nRUN apt-get install curl\n' | SAFE",
        "Dockerfile | 'FROM debian\nRUN <<E\napt-get install curl\nE\n' | SAFE",
        "Dockerfile | 'FROM debian\nONBUILD RUN apt-get install curl\n' | SAFE",
        "Dockerfile | 'FROM debian\nRUN [\"apt-get\", \"install\", \"curl\"]\n' | UNSAFE",
        "Dockerfile | 'FROM debian\nCMD apt-get install curl\n' | UNSAFE",
        "Dockerfile | 'FROM debian\nENTRYPOINT apt-get install curl\n' | UNSAFE",
        "setup.sh | 'apt-get install curl\n' | UNSAFE",
        "Makefile | 'all:\n\tapt-get install curl\n' | UNSAFE"
      })
  void theFixIsSafeInABuildAlone(String file, String text, Safety safety) {
    assertThat(sample(file, text).run().outcome().findings())
        .flatExtracting(finding -> finding.fixes())
        .extracting(fix -> fix.safety())
        .containsExactly(safety);
  }

  @Test
  void safeFixesLeaveAScriptAlone() {
    String script = "apt-get install curl\n";
    Sample both = sample("Dockerfile", "FROM debian\nRUN " + script).file("setup.sh", script);
    assertThat(both.fixing(Fixes.SAFE).run().files())
        .containsEntry("Dockerfile", "FROM debian\nRUN apt-get install -y curl\n")
        .containsEntry("setup.sh", script);
  }
}
