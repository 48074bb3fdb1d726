package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Whoever reads a log or a screen is left with a code to look up. */
@RuleInfo(
    id = "openapi/error-schema-without-message",
    title = "Error schema has no text for people",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    options = ErrorSchemaWithoutMessage.Options.class)
public final class ErrorSchemaWithoutMessage extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "members that count as a text, beside message, title, detail and the like")
          List<String> names) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    ErrorMembers members = new ErrorMembers(context.options(Options.class).names());
    for (Alike alike : ErrorSchemas.of(api).faulty(shape -> isSilent(shape, members))) {
      ErrorSchema first = alike.first();
      Finding finding =
          NewCode.related(
              Finding.at(
                  first.object().anchor(),
                  first.object().key(),
                  "%s has no text for people, only %s",
                  alike.label(),
                  first.listing()),
              alike);
      NewMember member = new NewMember(alike, api);
      Optional<Fix> fix = member.adding(MemberNames.message(member.shape()), schema());
      context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
    }
  }

  /** Whether it has a code and no text; without both the code is missed first. */
  private static boolean isSilent(ErrorShape shape, ErrorMembers members) {
    return ErrorMembers.isChosen(shape)
        && !members.hasText(shape)
        && ErrorMembers.USUAL.hasCode(shape);
  }

  private static NewYaml schema() {
    return NewYaml.mapping(
        NewYaml.pair("type", NewYaml.text("string")),
        NewYaml.pair("description", NewYaml.text("Tells people what went wrong.")));
  }
}
