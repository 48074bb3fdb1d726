package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Map;

/** The rule that behaves: {@code LABEL todo=open…} becomes {@code LABEL todo=done}. */
@RuleInfo(
    id = "dockerfile/todo-label",
    title = "Label says that something is open",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    options = TodoLabel.Options.class)
public final class TodoLabel extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "by value, what to say instead of done",
              pattern = "[a-z]+",
              form = "one word of small letters")
          Map<String, String> answers) {}

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    Map<String, String> answers = context.options(Options.class).answers();
    for (Pair pair : keyValues.pairs()) {
      if (pair.name().text().equals("todo") && pair.value().text().startsWith("open")) {
        String answer = answers.getOrDefault(pair.value().text(), "done");
        context.report(
            Finding.at(keyValues.anchor(), pair.value().slice(), "%s", pair.value().slice())
                .withFix(
                    Fix.unsafe("Say " + answer, Edit.replace(pair.value().slice(), answer))
                        .changing(keyValues.anchor())));
      }
    }
  }
}
