package dev.plimsoll.rules.compose.development;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Slice;
import java.util.Map;
import java.util.Optional;

/** A change that Compose does not watch, or that a build does not see, is lost without a word. */
@RuleInfo(
    id = "compose/ineffective-watch",
    title = "Watch rule has no effect",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class IneffectiveWatch extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("develop")) {
      return;
    }
    for (ComposeNode item : service.items("develop", "watch")) {
      if (item instanceof Table watch
          && watch.find("path").isPresent()
          && watch.find("path").get() instanceof Scalar path
          && path.fixed().isPresent()
          && watch.find("action").isPresent()
          && watch.find("action").get() instanceof Scalar action) {
        check(watch, path, action.fixed().orElse(""), service, set, file, context);
      }
    }
  }

  private static void check(
      Table watch,
      Scalar path,
      String action,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    Anchor anchor = service.anchor("develop").child("watch");
    if (action.startsWith("sync")) {
      for (ServiceMount mount : set.mounts(service)) {
        if (isOver(mount, path.text())) {
          Finding finding =
              Finding.at(
                      anchor,
                      path.slice(),
                      "%s is mounted already, so Compose does not watch it",
                      path.value())
                  .related(mount.slice(), "it is mounted here");
          report(finding, watch, service, file, context);
          return;
        }
      }
    } else if (action.equals("rebuild") && isOutside(path.text(), service)) {
      Finding finding =
          Finding.at(
              anchor,
              path.slice(),
              "%s lies outside of what the image is built from: building it again changes nothing",
              path.value());
      report(finding, watch, service, file, context);
    }
  }

  /** Whether a folder of the host is mounted that a path is or lies in. */
  private static boolean isOver(ServiceMount mount, String path) {
    return mount.kind() == ServiceMount.Kind.BIND
        && mount.source().isPresent()
        && mount.source().get().fixed().isPresent()
        && isWithin(path, mount.source().get().text());
  }

  private static boolean isWithin(String path, String folder) {
    String inner = clean(path);
    String outer = clean(folder);
    boolean bothAlike = inner.startsWith("/") == outer.startsWith("/");
    if (inner.equals(outer)) {
      return true;
    }
    if (outer.equals(".")) {
      return bothAlike && !inner.startsWith("..");
    }
    return bothAlike && inner.startsWith(outer + "/");
  }

  /** A path from the project's folder, without steps that lead nowhere. */
  private static String clean(String path) {
    String from = CleanPath.of(path);
    return from.isEmpty() ? "." : from;
  }

  private static boolean isOutside(String path, ComposeService service) {
    Optional<Scalar> context = service.scalar("build", "context");
    Optional<Scalar> dockerfile = service.scalar("build", "dockerfile");
    if (context.isEmpty()
        || context.get().fixed().isEmpty()
        || context.get().text().contains("://")
        || isWithin(path, context.get().text())
        || isWithin(context.get().text(), path)) {
      return false;
    }
    if (dockerfile.isPresent() && dockerfile.get().text().contains("..")) {
      return false;
    }
    for (Map.Entry<String, ComposeNode.Member> other :
        service.members("build", "additional_contexts").entrySet()) {
      if (!(other.getValue().value() instanceof Scalar folder)
          || folder.fixed().isEmpty()
          || isWithin(path, folder.text())) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Finding finding, Table watch, ComposeService service, ComposeFile file, RuleContext context) {
    Optional<Fix> fix = removal(watch, service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> removal(Table watch, ComposeService service, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> item = file.item(watch.slice());
    Optional<Slice> develop = service.keySlice("develop");
    if (item.isEmpty() || develop.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit;
    if (item.get().list().items().size() > 1) {
      edit = edits.removeItem(item.get().list(), item.get().item());
    } else {
      Optional<ComposeFile.Spot> spot = file.spot(develop.get());
      if (spot.isEmpty()
          || !(spot.get().entry().value() instanceof YamlNode.Mapping body)
          || body.entries().size() > 1) {
        return Optional.empty();
      }
      edit = edits.removeEntry(spot.get().mapping(), spot.get().entry());
    }
    return Optional.of(
        Fix.unsafe("Remove the watch rule", edit)
            .declaring(
                ModelChange.of(ModelChange.Kind.REMOVE, file.name(), service.anchor("develop"))));
  }
}
