package dev.plimsoll.rules.compose.health;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check that asks another service says nothing of its own, and fails where the other does. */
@RuleInfo(
    id = "compose/healthcheck-tests-other-service",
    title = "Health check tests another service",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class HealthcheckTestsOtherService extends ComposeRule {

  /** Options of clients that take a host: {@code pg_isready -h}, {@code mysqladmin --host}. */
  private static final Set<String> HOST = Set.of("-h", "--host");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<ComposeNode> test = service.find("healthcheck", "test");
    if (test.isEmpty()) {
      return;
    }
    for (Scalar host : hosts(test.get())) {
      if (context.compose().network().peers(set, service, host.text())
              instanceof Answer.Known<Peers> peers
          && !peers.value().answering().isEmpty()
          && !peers.value().answering().contains(service.name())) {
        context.report(
            Finding.at(
                    service.anchor("healthcheck").child("test"),
                    host.slice(),
                    "the health check of %s asks %s, and says nothing of %s itself",
                    service.key(),
                    host.value().alternatives().get(0),
                    service.key())
                .because(peers.because()));
        return;
      }
    }
  }

  private static List<Scalar> hosts(ComposeNode test) {
    List<ComposeNode> items = test instanceof ComposeNode.Items list ? list.items() : List.of(test);
    List<Scalar> hosts = new ArrayList<>();
    boolean isNext = false;
    for (ComposeNode item : items) {
      if (!(item instanceof Scalar scalar) || scalar.known().isEmpty()) {
        continue;
      }
      for (HostUse use : HostUse.in("", scalar)) {
        if (use.form() == HostUse.Form.URL) {
          hosts.add(use.host());
        }
      }
      isNext = addWords(scalar, isNext, hosts);
    }
    return hosts;
  }

  /**
   * Adds what stands behind an option that takes a host.
   *
   * @param isNext whether such an option was the last word before
   * @return whether it is the last word of this
   */
  private static boolean addWords(Scalar scalar, boolean isNext, List<Scalar> hosts) {
    String text = scalar.text();
    boolean wanted = isNext;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && " \n\t".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String word = text.substring(at, end);
      if (wanted && !word.isEmpty()) {
        hosts.add(scalar.part(at, end));
        wanted = false;
      } else if (word.startsWith("--host=")) {
        hosts.add(scalar.part(at + "--host=".length(), end));
      } else if (HOST.contains(word)) {
        wanted = true;
      }
      at = end + 1;
    }
    return wanted;
  }
}
