package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
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
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An override of a service that is not there, often renamed, makes Compose refuse the project. */
@RuleInfo(
    id = "compose/override-orphan-service",
    title = "Override configures a service no other file defines",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class OverrideOrphanService extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    String name = service.key().place().file();
    if (set.files().size() < 2
        || name.equals(set.files().get(0))
        || !set.files().contains(name)
        || runsSomething(service)
        || !standsIn(service.body(), name)
        || !Undeclared.isSettled(set, file)) {
      return;
    }
    List<String> others = new ArrayList<>();
    for (ComposeService other : set.services()) {
      if (runsSomething(other) && !other.key().place().file().equals(name)) {
        others.add(other.name());
      }
    }
    Finding finding =
        Finding.at(
            service.anchor(),
            service.key(),
            "no other file defines service %s, and it has no image and no build%s",
            service.key(),
            NearestName.hint(service.name(), others));
    Optional<Fix> fix = fix(service, others, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static boolean runsSomething(ComposeService service) {
    return service.has("image")
        || service.has("build")
        || service.has("provider")
        || service.has("extends");
  }

  /** Whether no part of it stands in another file, which would define the service then. */
  private static boolean standsIn(ComposeNode node, String file) {
    if (!node.slice().place().file().equals(file)) {
      return false;
    }
    if (node instanceof Table table) {
      for (Member member : table.members().values()) {
        if (!standsIn(member.value(), file)) {
          return false;
        }
      }
    } else if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (!standsIn(item, file)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<Fix> fix(ComposeService service, List<String> others, ComposeFile file) {
    Optional<ComposeFile.Spot> spot = file.spot(service.key());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<String> meant = NearestName.of(service.name(), others);
    Edit edit =
        meant.isPresent()
            ? edits.renameKey(spot.get().mapping(), spot.get().entry(), meant.get())
            : edits.removeEntry(spot.get().mapping(), spot.get().entry());
    String title = meant.isPresent() ? "Rename it to " + meant.get() : "Remove " + service.name();
    Fix fix =
        Fix.unsafe(title, edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), service.anchor()));
    Anchor services = Anchor.FILE.child("services");
    return Optional.of(
        meant.isEmpty()
            ? fix
            : fix.declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), services.child(meant.get()))));
  }
}
