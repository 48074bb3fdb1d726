package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.index.AllRules;
import dev.plimsoll.rule.RuleMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static final Path HERE = Path.of("");

  @Test
  void everyOptionOfCheckStandsInItsHelp() {
    String help = CliRun.in(HERE, "check", "--help").out();
    for (Option option : CheckOptions.options().getOptions()) {
      if (!option.getLongOpt().equals("help")) {
        assertThat(help).contains("--" + option.getLongOpt());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "explain", "rules", "project", "config"})
  void everyCommandHasHelpWithExamples(String command) {
    CliRun run = CliRun.in(HERE, command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: plimsoll " + command, "Examples:");
    assertThat(CliRun.in(HERE, "--help").out()).contains(command);
  }

  @Test
  void everyRuleExplainsItself() {
    for (RuleMeta rule : new AllRules().metadata()) {
      CliRun run = CliRun.in(HERE, "explain", rule.id());
      assertThat(run.status()).isZero();
      assertThat(run.out()).startsWith(rule.id() + " · ").contains("  Why", "  Bad", "  Good");
    }
  }

  @Test
  void anotherToolsNameFindsTheRule() {
    assertThat(CliRun.in(HERE, "explain", "buildkit:CopyIgnoredFile").out())
        .startsWith("buildkit:CopyIgnoredFile is dockerfile/copy-ignored-file here.");
    assertThat(CliRun.in(HERE, "explain", "info-contact").out())
        .startsWith("info-contact is openapi/contact-missing here.")
        .contains("openapi/contact-missing · naming · info · profile: strict · fix: none")
        .contains("\"x-plimsoll-ignore\": \"openapi/contact-missing\"");
  }

  @Test
  void aRuleIsHintedAtAmongAllOfThem() {
    assertThat(CliRun.in(HERE, "explain", "world-writable-mod").err())
        .endsWith("(did you mean \"world-writable-mode\"?)\n");
    assertThat(CliRun.in(HERE, "explain", "spectral:operation-operationID").err())
        .endsWith("(did you mean \"spectral:operation-operationId\"?)\n");
  }

  @Test
  void aFileIsNoCommand() {
    CliRun run = CliRun.in(HERE, "pom.xml");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plimsoll: \"pom.xml\" is no command; to lint it: plimsoll check pom.xml\n");
  }

  @Test
  void theVersionIsTheBuilds() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Version.TEXT + "</version>");
    assertThat(CliRun.in(HERE, "--version").out()).isEqualTo("plimsoll " + Version.TEXT + "\n");
  }

  @Test
  void rulesAreListedForPeopleAndMachines() {
    assertThat(CliRun.in(HERE, "rules").out()).contains("shell · permissions");
    assertThat(CliRun.in(HERE, "rules", "--format", "json").out())
        .contains("\"id\" : \"shell/world-writable-mode\"");
  }
}
