package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** By default the engine keeps all that a container prints, until the disk of the host is full. */
@RuleInfo(
    id = "compose/log-rotation-missing",
    title = "Container logs grow without limit",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    cwe = 770,
    options = LogRotationMissing.Options.class)
public final class LogRotationMissing extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "how large its fix lets a file of logs grow", byDefault = "10m")
          String maxSize,
      @Option(help = "how many files of logs its fix keeps", byDefault = "3") int maxFile) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    new Lacking(set, file, context).report(new Part(set, context));
  }

  private record Part(ComposeSet set, RuleContext context) implements Lacking.Part {
    @Override
    public boolean concerns(ComposeService service) {
      return MemoryLimits.isContainer(service);
    }

    @Override
    public boolean isMissing(ComposeService service) {
      if (!service.has("logging")) {
        return true;
      }
      Optional<Scalar> driver = service.scalar("logging", "driver");
      boolean isJson = driver.isEmpty() || driver.get().known().orElse("").equals("json-file");
      return isJson && service.find("logging", "options", "max-size").isEmpty();
    }

    @Override
    public List<String> keys() {
      return List.of("logging");
    }

    @Override
    public String ofOne() {
      return "the logs of %s are kept without limit: logging sets no max-size";
    }

    @Override
    public String ofAll() {
      return "the logs of all %s services are kept without limit: none has a max-size under logging";
    }

    @Override
    public Optional<Lacking.Addition> addition() {
      Options options = context.options(Options.class);
      NewYaml sizes =
          NewYaml.mapping(
              NewYaml.pair("max-size", NewYaml.text(options.maxSize())),
              NewYaml.pair("max-file", NewYaml.text(String.valueOf(options.maxFile()))));
      return Optional.of(
          new Lacking.Addition(
              "Rotate the logs",
              Safety.UNSAFE,
              "logging",
              NewYaml.mapping(
                  NewYaml.pair("driver", NewYaml.text("json-file")),
                  NewYaml.pair("options", sizes))));
    }
  }
}
