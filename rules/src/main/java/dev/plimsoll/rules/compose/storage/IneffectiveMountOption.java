package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Compose reads past an option of another kind of mount, so what it was meant for is not done. */
@RuleInfo(
    id = "compose/ineffective-mount-option",
    title = "Option has no effect on this kind of mount",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class IneffectiveMountOption extends ComposeRule {

  private static final List<String> KINDS = List.of("bind", "volume", "tmpfs", "image");
  private static final List<String> OWNERSHIP = List.of("uid", "gid", "mode");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode mount : service.items("volumes")) {
      if (mount instanceof Table table) {
        checkMount(table, service, file, context);
      }
    }
    checkFiles("secrets", service, set, file, context);
    checkFiles("configs", service, set, file, context);
  }

  private static void checkMount(
      Table mount, ComposeService service, ComposeFile file, RuleContext context) {
    Optional<ComposeNode> type = mount.find("type");
    if (type.isEmpty() || !(type.get() instanceof Scalar scalar) || scalar.known().isEmpty()) {
      return;
    }
    for (String kind : KINDS) {
      Member option = mount.members().get(kind);
      if (option != null && !kind.equals(scalar.text()) && isWritten(option, kind)) {
        Finding finding =
            Finding.at(
                service.anchor("volumes"),
                option.key(),
                "%s has no effect on a mount of type %s",
                option.key(),
                scalar.value().alternatives().get(0));
        context.report(withRemoval(finding, option.key(), kind, file));
      }
    }
  }

  /** Options of a short form are put here and there by Compose itself. */
  private static boolean isWritten(Member option, String key) {
    String written = option.key().text();
    return written.equals(key) || (written.length() == key.length() + 2 && written.contains(key));
  }

  private static void checkFiles(
      String section,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    for (ComposeNode use : service.items(section)) {
      if (use instanceof Table table && isFile(table, section, set)) {
        for (String key : OWNERSHIP) {
          Member option = table.members().get(key);
          if (option != null) {
            Finding finding =
                Finding.at(
                    service.anchor(section),
                    option.key(),
                    "%s has no effect: Compose mounts the file as it is on the host",
                    option.key());
            context.report(withRemoval(finding, option.key(), key, file));
          }
        }
      }
    }
  }

  /** Whether it is a file of the host, which is mounted. */
  private static boolean isFile(Table use, String section, ComposeSet set) {
    Optional<ComposeNode> source = use.find("source");
    if (source.isEmpty() || !(source.get() instanceof Scalar scalar)) {
      return false;
    }
    Member declared = set.section(section).get(scalar.known().orElse(""));
    return declared != null
        && declared.value() instanceof Table table
        && table.find("file").isPresent();
  }

  private static Finding withRemoval(Finding finding, Slice key, String name, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = file.spot(key);
    if (spot.isEmpty()) {
      return finding;
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .removeEntry(spot.get().mapping(), spot.get().entry());
    Anchor anchor = file.owner(key).child(name);
    return finding.withFix(
        Fix.unsafe("Remove " + name, edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)));
  }
}
