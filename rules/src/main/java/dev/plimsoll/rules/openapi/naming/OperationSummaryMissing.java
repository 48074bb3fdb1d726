package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import dev.plimsoll.text.NameWords;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists of operations show it: without one they show a path, or nothing. */
@RuleInfo(
    id = "openapi/operation-summary-missing",
    title = "Operation has no summary",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "redocly:operation-summary")
public final class OperationSummaryMissing extends OpenApiRule {

  /** What ids begin with that read as sentences. */
  private static final Set<String> VERBS =
      Set.of(
          ("accept activate add apply approve archive assign attach authenticate authorize book"
                  + " calculate cancel change check clear clone close complete confirm copy count"
                  + " create deactivate delete deny deploy describe detach disable download edit"
                  + " enable end execute export fetch find generate get grant import init install"
                  + " invite issue join leave list load lock login logout make mark merge modify"
                  + " move notify open pause pay place poll preview process publish"
                  + " pull purge push query read reboot record redeem refresh refund register"
                  + " reject release remove rename render renew replace report request resend"
                  + " reset resize resolve restart restore resume retrieve retry revoke run save"
                  + " schedule search send set share show sign start stop submit subscribe suspend"
                  + " switch sync test toggle track transfer trigger unassign unlock unsubscribe"
                  + " update upgrade upload upsert use validate verify view watch write")
              .split(" ", -1));

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<Slice> place = MissingText.in(operation, "summary", api);
    if (place.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
            operation.anchor(), place.get(), "%s has no summary", Operations.label(operation));
    String summary = summary(operation.text("operationId"));
    context.report(summary.isEmpty() ? finding : finding.withFix(fix(operation, summary, api)));
  }

  /** The words of an id as a sentence; empty where they make none. */
  private static String summary(String id) {
    List<String> words = NameWords.of(id);
    if (words.size() < 2 || !VERBS.contains(words.get(0).toLowerCase(Locale.ROOT))) {
      return "";
    }
    StringBuilder summary = new StringBuilder();
    for (String word : words) {
      boolean isAcronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      summary.append(summary.isEmpty() ? "" : " ");
      summary.append(isAcronym ? word : word.toLowerCase(Locale.ROOT));
    }
    summary.setCharAt(0, Character.toUpperCase(summary.charAt(0)));
    return summary.toString();
  }

  private static Fix fix(OpenApiObject operation, String summary, OpenApiDescription api) {
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<YamlNode> blank = operation.find("summary");
    NewYaml text = NewYaml.text(summary);
    Edit edit =
        blank.isPresent()
            ? edits.replace(blank.get(), text)
            : edits.addFirstKey(operation.node(), "summary", text);
    ModelChange.Kind kind = blank.isPresent() ? ModelChange.Kind.CHANGE : ModelChange.Kind.ADD;
    return Fix.unsafe("Sum it up as " + summary, edit)
        .declaring(ModelChange.of(kind, file.name(), operation.anchor().child("summary")));
  }
}
