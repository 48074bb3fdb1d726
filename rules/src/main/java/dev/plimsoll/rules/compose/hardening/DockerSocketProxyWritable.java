package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Map;
import java.util.Optional;

/** A proxy that lets containers be made is no narrower than the socket behind it. */
@RuleInfo(
    id = "compose/docker-socket-proxy-writable",
    title = "Docker socket proxy allows writes",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    cwe = 250)
public final class DockerSocketProxyWritable extends ComposeRule {

  private static final String[] PARTS = {"CONTAINERS", "EXEC", "IMAGES", "VOLUMES", "BUILD"};

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> image = service.scalar("image");
    Optional<String> name = image.isEmpty() ? Optional.empty() : image.get().known();
    if (name.isEmpty() || !name.get().contains("socket-proxy")) {
      return;
    }
    Optional<ImageReference> reference = ImageReference.parse(name.get());
    if (reference.isEmpty() || !SocketProxies.isToldByVariables(reference.get())) {
      return;
    }
    Map<String, Scalar> variables = context.compose().environment(set, service);
    Scalar post = variables.get("POST");
    if (post == null || !isOn(post)) {
      return;
    }
    for (String part : PARTS) {
      Scalar allowed = variables.get(part);
      if (allowed != null && isOn(allowed)) {
        report(service, post, allowed, part, set, context);
        return;
      }
    }
  }

  private static boolean isOn(Scalar value) {
    String text = value.known().orElse("");
    return text.equals("1") || text.equals("true");
  }

  /** What a file of variables says is reported at the service. */
  private static void report(
      ComposeService service,
      Scalar post,
      Scalar allowed,
      String part,
      ComposeSet set,
      RuleContext context) {
    boolean here = set.read().contains(post.slice().place().file());
    Slice place = here ? post.slice() : service.key();
    Finding finding =
        Finding.at(
            service.anchor("environment").child("POST"),
            place,
            "POST and %s together let every client of the proxy become root on the host",
            part);
    context.report(finding.related(allowed.slice(), "%s is allowed here", part));
  }
}
