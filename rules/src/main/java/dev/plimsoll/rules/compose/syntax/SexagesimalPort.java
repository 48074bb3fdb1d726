package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** To a reader of YAML 1.1, {@code 22:22} is the number 1342. */
@RuleInfo(
    id = "compose/sexagesimal-port",
    title = "Unquoted port can be read as a base-60 number",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = "dclint:require-quotes-in-ports")
public final class SexagesimalPort extends ComposeRule {

  private static final int BASE = 60;

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode port : service.items("ports")) {
      String written = port.slice().text();
      int colon = written.indexOf(':');
      if (colon > 0 && isSexagesimal(written, colon)) {
        int number =
            Integer.parseInt(written.substring(0, colon)) * BASE
                + Integer.parseInt(written.substring(colon + 1));
        context.report(
            Finding.at(
                    service.anchor("ports"),
                    port.slice(),
                    "%s is the number %s to a reader of YAML 1.1: quote it",
                    port.slice(),
                    number)
                .withFix(
                    Fix.safe("Quote the port", Edit.replace(port.slice(), '"' + written + '"'))));
      }
    }
  }

  /** A number from 1 on, a colon, and one from 0 to 59. */
  private static boolean isSexagesimal(String written, int colon) {
    String last = written.substring(colon + 1);
    return colon <= 5
        && !last.isEmpty()
        && last.length() <= 2
        && areDigits(written.substring(0, colon))
        && areDigits(last)
        && written.charAt(0) != '0'
        && Integer.parseInt(last) < BASE;
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
