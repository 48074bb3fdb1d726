package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A password loses what stands behind a dollar sign or a blank and a hash, and logins fail. */
@RuleInfo(
    id = "compose/env-file-value-misread",
    title = "Unquoted dollar or hash changes an env file value",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class EnvFileValueMisread extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Set<String> told = new HashSet<>();
    for (ComposeSet set : context.compose().composeSets(file)) {
      if (!set.files().get(0).equals(file.name())) {
        continue; // it is reported with the first file of the set
      }
      for (DotEnvFile variables : context.compose().files().variableFiles(set)) {
        for (DotEnvFile.Entry entry : variables.entries()) {
          check(entry, variables, set, file, told, context);
        }
      }
    }
  }

  private static void check(
      DotEnvFile.Entry entry,
      DotEnvFile variables,
      ComposeSet set,
      ComposeFile file,
      Set<String> told,
      RuleContext context) {
    if (entry.value().isEmpty() || entry.value().get().text().startsWith("'")) {
      return;
    }
    Slice value = entry.value().get();
    Optional<Slice> dollar = dollar(entry, variables, set, context);
    Optional<Slice> hash = dollar.isEmpty() ? hash(entry.key(), value) : Optional.empty();
    Slice key = entry.key();
    if ((dollar.isEmpty() && hash.isEmpty())
        || !told.add(key.place().file() + '\n' + key.text())
        || !context.compose().files().isFirstToRead(file, key.place().file())) {
      return;
    }
    Finding finding =
        dollar.isPresent()
            ? Finding.at(
                Anchor.FILE.child(key.text()),
                dollar.get(),
                "Compose takes this dollar sign in %s for a variable, which nothing sets:"
                    + " quote the value with '",
                key)
            : Finding.at(
                Anchor.FILE.child(key.text()),
                hash.orElse(value),
                "Compose takes the rest of %s for a comment: quote the value with '",
                key);
    finding = finding.because(List.of(file.source().slice(Span.at(0)).place())); // it is read
    Optional<Fix> fix = quoting(entry, value, hash);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** The dollar sign of the first variable in a value that can hardly be meant as one. */
  private static Optional<Slice> dollar(
      DotEnvFile.Entry entry, DotEnvFile variables, ComposeSet set, RuleContext context) {
    for (DotEnvFile.Reference reference : entry.references()) {
      String name = reference.name().text();
      int start = reference.name().span().start();
      boolean isBare = start > 0 && reference.name().source().content().charAt(start - 1) == '$';
      if (isBare
          && !reference.set()
          && reference.operator() == Operator.NONE
          && isLiteral(name, entry)
          && variables.find(name).isEmpty()
          && set.start().environment().find(name).isEmpty()
          && !context.compose().maySetVariable(set, name)) {
        return Optional.of(new Slice(reference.name().source(), new Span(start - 1, start)));
      }
    }
    return Optional.empty();
  }

  /** Whether no environment has a variable of that name, or a secret holds it among other text. */
  private static boolean isLiteral(String name, DotEnvFile.Entry entry) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return true;
    }
    String value = entry.value().orElseThrow().text();
    return SecretNames.announcesSecret(entry.key().text())
        && !value.contains("/")
        && value.replace("\"", "").length() > name.length() + 1;
  }

  /** The hash of a secret behind which no comment stands: digits or signs, and no blank. */
  private static Optional<Slice> hash(Slice key, Slice value) {
    String content = value.source().content();
    int at = content.indexOf('#', value.span().end());
    int end = lineEnd(content, value.span().end());
    if (value.span().isEmpty()
        || value.text().startsWith("\"")
        || at != value.span().end() + 1
        || at + 1 >= end
        || !SecretNames.announcesSecret(key.text())) {
      return Optional.empty();
    }
    boolean isText = true;
    for (int i = at + 1; i < end; i++) {
      if (content.charAt(i) <= ' ') {
        return Optional.empty();
      }
      isText &= Character.isLetter(content.charAt(i));
    }
    return isText ? Optional.empty() : Optional.of(new Slice(value.source(), new Span(at, at + 1)));
  }

  private static int lineEnd(String content, int from) {
    int end = content.indexOf('\n', from);
    end = end < 0 ? content.length() : end;
    return end > from && content.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The whole in single quotes, in which nothing has a meaning. */
  private static Optional<Fix> quoting(DotEnvFile.Entry entry, Slice value, Optional<Slice> hash) {
    for (DotEnvFile.Reference reference : entry.references()) {
      if (reference.set() || reference.operator() != Operator.NONE) {
        return Optional.empty();
      }
    }
    String content = value.source().content();
    int end = hash.isPresent() ? lineEnd(content, value.span().end()) : value.span().end();
    Slice whole = new Slice(value.source(), new Span(value.span().start(), end));
    String text = whole.text();
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String literal = isQuoted ? text.substring(1, text.length() - 1) : text;
    return literal.contains("$$") || literal.contains("'") || literal.contains("\\")
        ? Optional.empty()
        : Optional.of(
            Fix.unsafe(
                    "Quote the value of " + entry.key().text(),
                    Edit.replace(whole, "'" + literal + "'"))
                .changing(Anchor.FILE));
  }
}
