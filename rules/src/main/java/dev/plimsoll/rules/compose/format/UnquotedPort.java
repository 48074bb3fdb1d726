package dev.plimsoll.rules.compose.format;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** Quotes keep every reader of YAML from taking a mapping of ports for a number or a time. */
@RuleInfo(
    id = "compose/unquoted-port",
    title = "Port mapping is not quoted",
    severity = Severity.STYLE,
    category = Category.STYLE,
    profile = Profile.STRICT,
    fix = Safety.SAFE,
    aliases = "dclint:require-quotes-in-ports",
    options = UnquotedPort.Options.class)
public final class UnquotedPort extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the quotes that its fix writes, double or single",
              byDefault = "double",
              pattern = "double|single",
              form = "double or single")
          String quotes) {}

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode port : service.items("ports")) {
      String written = port.slice().text();
      if (written.indexOf(':') > 0 && !isSexagesimal(written)) {
        Optional<ComposeFile.ItemSpot> spot = file.item(port.slice());
        if (spot.isPresent() && isPlain(spot.get().item())) {
          report(service, port, context);
        }
      }
    }
  }

  private static void report(ComposeService service, ComposeNode port, RuleContext context) {
    String quote = context.options(Options.class).quotes().equals("single") ? "'" : "\"";
    context.report(
        Finding.at(service.anchor("ports"), port.slice(), "quote the port %s", port.slice())
            .withFix(
                Fix.safe(
                    "Quote the port",
                    Edit.replace(port.slice(), quote + port.slice().text() + quote))));
  }

  private static boolean isPlain(YamlNode item) {
    return item instanceof YamlNode.Scalar scalar && scalar.style() == YamlNode.Style.PLAIN;
  }

  /** What {@code compose/sexagesimal-port} reports: digits that are a number in base 60. */
  private static boolean isSexagesimal(String written) {
    int colon = written.indexOf(':');
    String last = written.substring(colon + 1);
    for (int i = 0; i < written.length(); i++) {
      if (i != colon && !Character.isDigit(written.charAt(i))) {
        return false;
      }
    }
    return !last.isEmpty()
        && last.length() <= 2
        && written.charAt(0) != '0'
        && Integer.parseInt(last) < 60;
  }
}
