package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A password within a URL is easy to overlook, and goes into every clone of the repository. */
@RuleInfo(
    id = "compose/credentials-in-url",
    title = "URL embeds a password",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0021",
    cwe = 798)
public final class CredentialsInUrl extends ComposeRule {

  private static final String[] ENDINGS = {
    "_URL", "_URI", "_DSN", "_CONNECTION_STRING", "_CONN", "_CONNECTION", "_HREF"
  };

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    SecretFix fixes = new SecretFix(set, file, context);
    for (ComposeService service : set.servicesIn(file.name())) {
      if (service.has("environment")) {
        for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
          if (entry.getValue().value() instanceof Scalar scalar) {
            check(entry.getKey(), scalar, service, fixes, set, file, context);
          }
        }
      }
    }
  }

  private static void check(
      String name,
      Scalar scalar,
      ComposeService service,
      SecretFix fixes,
      ComposeSet set,
      ComposeFile file,
      RuleContext context) {
    if (!mayHold(scalar.text()) || !scalar.slice().place().file().equals(file.name())) {
      return;
    }
    String written = scalar.slice().text();
    Optional<Span> found = UrlPassword.in(written);
    if (found.isEmpty()) {
      return;
    }
    Slice password = scalar.slice().part(found.get().start(), found.get().end());
    if (Credentials.isAtHome(set) && !Credentials.looksRandom(password.text())) {
      return;
    }
    Finding finding =
        Finding.at(
            service.anchor("environment").child(name.replace('/', '|')),
            password,
            written.contains("://")
                ? "the URL in %s has a password in it: take it from a variable"
                : "the connection string in %s has a password in it: take it from a variable",
            name);
    Optional<Fix> fix = fix(name, password, service, fixes, file);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static boolean mayHold(String text) {
    return text.contains("://") || text.indexOf('=') > 0;
  }

  /** Puts a variable in its place: the one that another service has the same password from. */
  private static Optional<Fix> fix(
      String name, Slice password, ComposeService service, SecretFix fixes, ComposeFile file) {
    Optional<YamlNode.Scalar> scalar = file.scalar(password);
    String text = password.text();
    if (scalar.isEmpty() || text.indexOf('$') >= 0 || !SecretFix.isVariable(name)) {
      return Optional.empty();
    }
    String whole = scalar.get().text();
    Optional<Span> decoded = UrlPassword.in(whole);
    if (decoded.isEmpty()
        || !whole.substring(decoded.get().start(), decoded.get().end()).equals(text)) {
      return Optional.empty();
    }
    Optional<String> holder = fixes.holder(text);
    String variable =
        holder.isPresent() ? holder.get() : fixes.variable(service, named(name), text);
    String value =
        whole.substring(0, decoded.get().start())
            + "${"
            + variable
            + ":?required}"
            + whole.substring(decoded.get().end());
    Edit edit = YamlEdits.of(file.yaml(), file.source()).replace(scalar.get(), NewYaml.text(value));
    Anchor anchor = file.anchor(password);
    return Optional.of(
        Fix.unsafe("Take the password from the variable " + variable, edit).changing(anchor));
  }

  private static String named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (upper.endsWith(ending)) {
        return upper.substring(0, upper.length() - ending.length()) + "_PASSWORD";
      }
    }
    return upper + "_PASSWORD";
  }
}
