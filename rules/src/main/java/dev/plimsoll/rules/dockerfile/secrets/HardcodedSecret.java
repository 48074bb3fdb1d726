package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Slice;
import java.util.Locale;

/** Whoever can pull the image, or read the repository, can use the secret. */
@RuleInfo(
    id = "dockerfile/hardcoded-secret",
    title = "Instruction holds a literal secret",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    aliases = "tally:secrets-in-code",
    cwe = 798)
public final class HardcodedSecret extends DockerfileRule {

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    for (Pair pair : keyValues.pairs()) {
      check(keyValues, pair.name(), pair.value(), context);
    }
  }

  @Override
  public void copy(Copy copy, RuleContext context) {
    for (Word source : copy.tree().sources()) {
      check(copy, source.slice(), false, context);
    }
    for (Heredoc heredoc : copy.tree().heredocs()) {
      check(copy, heredoc.body(), false, context);
    }
  }

  @Override
  public void instruction(Plain instruction, RuleContext context) {
    if (instruction.tree() instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        if (definition.value().isPresent()) {
          check(instruction, definition.name(), definition.value().get(), context);
        }
      }
    } else {
      check(instruction, instruction.tree().slice(), false, context);
    }
  }

  private static void check(Step step, Word name, Word value, RuleContext context) {
    check(step, value.slice(), isPublished(name.text()), context);
  }

  /** Whether the name says that a browser gets the value anyway. */
  private static boolean isPublished(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.contains("PUBLIC")
        || upper.contains("PUBLISHABLE")
        || upper.contains("ANON_")
        || upper.startsWith("VITE_")
        || upper.startsWith("REACT_APP_");
  }

  private static void check(Step step, Slice slice, boolean published, RuleContext context) {
    for (SecretTokens.Found found : SecretTokens.in(slice.text())) {
      boolean harmless =
          published
              && (found.kind().equals("JSON Web Token") || found.kind().equals("Google API key"));
      if (!harmless) {
        context.report(
            Finding.at(
                step.anchor(),
                slice.part(found.span().start(), found.span().end()),
                "%s is written into %s: whoever gets the image can read it",
                found.kind(),
                step.tree().name()));
      }
    }
  }
}
