package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ARG and ENV set stays in the history or the configuration of the image. */
@RuleInfo(
    id = "dockerfile/secret-in-arg-or-env",
    title = "ARG or ENV carries a credential",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL3064",
      "buildkit:SecretsUsedInArgOrEnv",
      "trivy:DS-0031",
      "sonar:S6472",
      "tally:ruby/secrets-in-arg-or-env",
      "tally:ruby/prefer-secret-mounts-for-build-credentials"
    },
    cwe = 522,
    options = SecretInArgOrEnv.Options.class)
public final class SecretInArgOrEnv extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "names of variables that hold no secret") List<String> ignoredNames) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Set<String> arguments = new HashSet<>();
    for (Step step : file.steps()) {
      if (step instanceof KeyValues keyValues && keyValues.tree().name().equals("ENV")) {
        for (Pair pair : keyValues.pairs()) {
          environment(arguments, keyValues, pair, context);
        }
      } else if (step instanceof Plain plain && plain.tree() instanceof Instruction.Arg arg) {
        for (Instruction.Arg.Definition definition : arg.definitions()) {
          arguments.add(definition.name().text());
          argument(file, plain, arg, definition, context);
        }
      }
    }
  }

  private static void environment(
      Set<String> arguments, KeyValues env, Pair pair, RuleContext context) {
    if (!isCredential(pair.name(), context)) {
      return;
    }
    Value value = env.before().valueOf(pair.value());
    boolean reference = pair.value().text().indexOf('$') >= 0;
    if (reference
        ? isSet(arguments, pair.value(), value)
        : CredentialValues.isCredential(pair.name(), value)) {
      context.report(
          Finding.at(
              env.anchor(),
              pair.name().slice(),
              "ENV %s keeps a credential in the image: use a secret mount, or set it at run time",
              pair.name().slice()));
    }
  }

  /** Whether a reference can put something else than nothing or a placeholder there. */
  private static boolean isSet(Set<String> arguments, Word word, Value value) {
    List<Value> alternatives = value.alternatives();
    if (alternatives.get(0) instanceof Value.Known known) {
      return known.text().isEmpty()
          ? alternatives.size() > 1
          : !CredentialValues.isHarmless(known.text());
    }
    return namesArgument(
        arguments, word.text()); // what else is unknown, the base image may not set
  }

  private static boolean namesArgument(Set<String> arguments, String text) {
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      int start = at + (text.startsWith("{", at + 1) ? 2 : 1);
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      if (arguments.contains(text.substring(Math.min(start, end), end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static void argument(
      DockerfileModel file,
      Plain step,
      Instruction.Arg arg,
      Instruction.Arg.Definition definition,
      RuleContext context) {
    Word name = definition.name();
    if (!isCredential(name, context)) {
      return;
    }
    Optional<Word> written = definition.value();
    if (written.isPresent()) {
      Value value = step.before().valueOf(written.get());
      boolean empty = value instanceof Value.Known known && known.text().isEmpty();
      if (!empty && !CredentialValues.isCredential(name, value)) {
        return;
      }
    }
    Finding finding =
        Finding.at(
            step.anchor(),
            name.slice(),
            "ARG %s leaves a credential in the history of the build: use a secret mount",
            name.slice());
    Optional<Fix> fix = ArgumentToSecret.fix(file, step, arg, name.text());
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static boolean isCredential(Word name, RuleContext context) {
    return SecretNames.namesCredential(name.text())
        && !context.options(Options.class).ignoredNames().contains(name.text());
  }
}
