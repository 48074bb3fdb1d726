package dev.plimsoll.rules.compose.health;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check that cannot fail calls a container healthy that is not, and whoever waits goes on. */
@RuleInfo(
    id = "compose/healthcheck-always-passes",
    title = "Health check can never fail",
    severity = Severity.WARNING,
    category = Category.RELIABILITY)
public final class HealthcheckAlwaysPasses extends ComposeRule {

  private static final Set<String> PASSING = Set.of("true", "/bin/true", "/usr/bin/true", ":");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<ComposeNode> test = service.find("healthcheck", "test");
    if (test.isEmpty()) {
      return;
    }
    Optional<Slice> culprit = Optional.empty();
    if (test.get() instanceof Scalar scalar) {
      culprit = ofShell(scalar);
    } else if (test.get() instanceof ComposeNode.Items items && items.items().size() > 1) {
      culprit = ofList(items.items());
    }
    if (culprit.isPresent()) {
      context.report(
          Finding.at(
              service.anchor("healthcheck").child("test"),
              culprit.get(),
              "the health check of %s always passes: %s succeeds whatever happens",
              service.key(),
              culprit.get()));
    }
  }

  private static Optional<Slice> ofList(List<ComposeNode> items) {
    if (!(items.get(0) instanceof Scalar form) || !(items.get(1) instanceof Scalar first)) {
      return Optional.empty();
    }
    if (form.text().equals("CMD-SHELL")) {
      return ofShell(first);
    }
    boolean isPlain = form.text().equals("CMD") && first.fixed().isPresent();
    if (isPlain && (PASSING.contains(first.text()) || first.text().equals("echo"))) {
      return Optional.of(first.part(0, first.text().length()).slice());
    }
    boolean isShell =
        isPlain
            && items.size() == 4
            && first.text().endsWith("sh")
            && items.get(2) instanceof Scalar option
            && option.text().equals("-c");
    return isShell && items.get(3) instanceof Scalar script ? ofShell(script) : Optional.empty();
  }

  /** What stands behind the last {@code ||} or semicolon, where that always succeeds. */
  private static Optional<Slice> ofShell(Scalar script) {
    if (script.fixed().isEmpty()) {
      return Optional.empty();
    }
    String text = script.text();
    int end = text.length();
    while (end > 0 && " \n\t;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int or = text.lastIndexOf("||");
    int from = Math.max(or < 0 ? 0 : or + 2, text.lastIndexOf(';', end - 1) + 1);
    while (from < end && " \n\t".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    String last = text.substring(from, end);
    boolean passes =
        PASSING.contains(last)
            || last.equals("exit 0")
            || (isEcho(last) && (from == 0 || (or >= 0 && from > or)));
    return passes ? Optional.of(script.part(from, end).slice()) : Optional.empty();
  }

  /** Whether it prints a text, and nothing else is run with it or for it. */
  private static boolean isEcho(String command) {
    if (!command.startsWith("echo ") && !command.equals("echo")) {
      return false;
    }
    for (String more : List.of("&", "|", ";", "$(", "`", "\n", ">", ")")) {
      if (command.contains(more)) {
        return false;
      }
    }
    return true;
  }
}
