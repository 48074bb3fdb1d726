package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.WrittenMount;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of two mounts at one path only one can be seen: Compose drops the other, or refuses both. */
@RuleInfo(
    id = "compose/duplicate-mount-target",
    title = "Two mounts use one container path",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class DuplicateMountTarget extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find("services").orElse(root) instanceof YamlNode.Mapping services) {
        for (YamlNode.Entry entry : services.entries()) {
          checkWritten(entry, context);
        }
      }
    }
  }

  private static void checkWritten(YamlNode.Entry service, RuleContext context) {
    if (!(service.value() instanceof YamlNode.Mapping body)
        || !(service.key() instanceof YamlNode.Scalar name)
        || !(body.find("volumes").orElse(body) instanceof YamlNode.Sequence list)) {
      return;
    }
    Anchor anchor = Anchor.FILE.child("services").child(name.text()).child("volumes");
    Map<String, Scalar> mounted = new HashMap<>();
    for (YamlNode mount : list.items()) {
      Optional<Scalar> target = WrittenMount.target(mount);
      if (target.isPresent()) {
        Scalar first = mounted.put(target.get().text(), target.get());
        if (first != null) {
          context.report(
              Finding.at(
                      anchor,
                      target.get().slice(),
                      "%s is mounted twice, and Compose drops the mount above",
                      target.get().value())
                  .related(first.slice(), "this mount is dropped"));
        }
      }
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("tmpfs")) {
      return;
    }
    Map<String, Scalar> mounted = new HashMap<>();
    for (Scalar target : targets(service)) {
      Optional<String> path = target.known();
      if (path.isPresent() && !path.get().isEmpty()) {
        Scalar first = mounted.putIfAbsent(target.text(), target);
        if (first != null) {
          boolean inVolumes = !isTmpfs(target, service);
          context.report(
              Finding.at(
                      service.anchor(inVolumes ? "volumes" : "tmpfs"),
                      target.slice(),
                      "%s is a tmpfs already, and Compose refuses a second mount there",
                      target.value())
                  .related(first.slice(), "the first mount is here"));
        }
      }
    }
  }

  private static boolean isTmpfs(Scalar target, ComposeService service) {
    for (Scalar each : temporary(service)) {
      if (each.slice().equals(target.slice())) {
        return true;
      }
    }
    return false;
  }

  private static List<Scalar> targets(ComposeService service) {
    List<Scalar> targets = new ArrayList<>(temporary(service));
    for (ComposeNode mount : service.items("volumes")) {
      Optional<ComposeNode> target =
          mount instanceof Table table ? table.find("target") : Optional.empty();
      if (target.isPresent() && target.get() instanceof Scalar scalar) {
        targets.add(scalar);
      }
    }
    return targets;
  }

  private static List<Scalar> temporary(ComposeService service) {
    List<Scalar> paths = new ArrayList<>();
    Optional<Scalar> single = service.scalar("tmpfs");
    List<ComposeNode> all = single.isPresent() ? List.of(single.get()) : service.items("tmpfs");
    for (ComposeNode each : all) {
      if (each instanceof Scalar scalar) {
        int colon = scalar.text().indexOf(':');
        paths.add(colon < 0 ? scalar : scalar.part(0, colon));
      }
    }
    return paths;
  }
}
