package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Map;
import java.util.Optional;

/** A setting that the program no longer reads is changed, reviewed and explained for nothing. */
@RuleInfo(
    id = "compose/unread-env-var",
    title = "Environment variable that no source file reads",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class UnreadEnvVar extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, Member> environment = service.members("environment");
    if (environment.isEmpty()) {
      return;
    }
    Optional<UnreadVariables> unread = UnreadVariables.of(service, set, context);
    if (unread.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Member> entry : environment.entrySet()) {
      String name = entry.getKey();
      Slice key = entry.getValue().key();
      if (key.place().file().equals(file.name())
          && file.yaml().uses().sharedThrough(key.place().span()).isEmpty()
          && unread.get().has(name, context)) {
        report(name, key, unread.get().folder(), service, file, context);
      }
    }
  }

  private static void report(
      String name,
      Slice key,
      String folder,
      ComposeService service,
      ComposeFile file,
      RuleContext context) {
    int at = key.text().indexOf(name);
    Slice place = at < 0 ? key : key.part(at, at + name.length());
    Finding finding =
        Finding.at(
            service.anchor("environment"),
            place,
            "no file of the build context %s reads %s",
            folder.isEmpty() ? "." : folder,
            name);
    Optional<Fix> fix = removal(name, key, service, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> removal(
      String name, Slice key, ComposeService service, ComposeFile file) {
    Optional<Slice> environment = service.keySlice("environment");
    Optional<ComposeFile.Spot> spot =
        environment.isEmpty() ? Optional.empty() : file.spot(environment.get());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    Edit edit = Listed.removal(key, spot.get(), YamlEdits.of(file.yaml(), file.source()));
    Anchor changed = file.owner(spot.get().entry().key().slice()).child("environment");
    return Optional.of(
        Fix.unsafe("Remove " + name, edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), changed)));
  }
}
