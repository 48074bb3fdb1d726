package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Operations;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What it does, and what else it changes, stands nowhere. */
@RuleInfo(
    id = "openapi/operation-description-missing",
    title = "Operation has no description",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    aliases = {
      "spectral:operation-description",
      "redocly:operation-description",
      "vacuum:operation-description"
    },
    options = OperationDescriptionMissing.Options.class)
public final class OperationDescriptionMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "whether a summary is enough", byDefault = "false") boolean acceptSummary,
      @Option(help = "how many words a description must have", byDefault = "1") int minWords) {}

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> text = operation.scalar("description");
    Options options = context.options(Options.class);
    Optional<Slice> place = MissingText.in(operation, "description", api);
    boolean isSummed =
        options.acceptSummary() && MissingText.in(operation, "summary", api).isEmpty();
    if (isSummed) {
      return;
    }
    if (place.isPresent()) {
      context.report(
          Finding.at(
              operation.anchor(),
              place.get(),
              "%s has no description",
              Operations.label(operation)));
    } else if (text.isPresent() && words(text.get().text()) < options.minWords()) {
      context.report(
          Finding.at(
              operation.anchor().child("description"),
              text.get().slice(),
              "the description of %s has fewer than %s words",
              Operations.label(operation),
              options.minWords()));
    }
  }

  private static int words(String text) {
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean isStart = i == 0 || Character.isWhitespace(text.charAt(i - 1));
      words += isStart && !Character.isWhitespace(text.charAt(i)) ? 1 : 0;
    }
    return words;
  }
}
