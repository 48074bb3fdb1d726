package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceNeed;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compose starts nothing at all while a service needs another that is not there. */
@RuleInfo(
    id = "compose/undefined-service",
    title = "Reference to a service that does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UndefinedService extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Set<String> known = set.section("services").keySet();
    for (ServiceNeed need : ServiceNeed.of(service)) {
      if (!known.contains(need.name()) && Undeclared.isSettled(set, file)) {
        report(need, service, set, file, context);
      }
    }
    for (Scalar name : ServiceNeed.contexts(service)) {
      String text = name.known().orElseThrow();
      if (!known.contains(text) && Undeclared.isSettled(set, file)) {
        Undeclared base =
            new Undeclared(
                service.anchor("build").child("additional_contexts"), name.slice(), text, known);
        Finding finding = base.finding("no service is named %s%s");
        Optional<Fix> fix = base.renaming(file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }

  private static void report(
      ServiceNeed need,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    List<String> others = new ArrayList<>(set.section("services").keySet());
    others.remove(service.name());
    for (ServiceNeed known : ServiceNeed.of(service)) {
      others.remove(known.name()); // it would be there twice
    }
    Undeclared other =
        new Undeclared(service.anchor(need.key()), need.place(), need.name(), others);
    if (set.section("jobs").containsKey(need.name())) {
      context.report(other.finding("%s is a job, and a service can only need services%s"));
      return;
    }
    Finding finding = other.finding("no service is named %s%s");
    Optional<Fix> fix = other.renaming(file);
    if (fix.isEmpty()) {
      fix = removal(need, service, file);
    }
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Takes the name out of its list or mapping, and the key with it where nothing else is in it. */
  private static Optional<Fix> removal(ServiceNeed need, ComposeService service, ComposeFile file) {
    Member member = service.body().members().get(need.key());
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit edit = Listed.removal(need.place(), spot.get(), edits);
    Anchor changed = file.owner(spot.get().entry().key().slice()).child(need.key());
    return Optional.of(
        Fix.unsafe("Remove " + need.name() + " from " + need.key(), edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), changed)));
  }
}
