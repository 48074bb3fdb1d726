package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whoever can read the repository, or inspect the container, has the secret. */
@RuleInfo(
    id = "compose/plaintext-secret",
    title = "Secret stands in plain text",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0020",
    cwe = 798,
    options = PlaintextSecret.Options.class)
public final class PlaintextSecret extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "more names of variables that hold a secret") List<String> secretNames,
      @Option(help = "values that are no secret, whatever their name") List<String> allowedValues) {
    public Options {
      secretNames = List.copyOf(secretNames);
      allowedValues = List.copyOf(allowedValues);
    }
  }

  private static final String URL = "password in a URL";

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    SecretFix fixes = new SecretFix(set, file, context);
    for (ComposeService service : set.servicesIn(file.name())) {
      if (service.has("environment")) {
        for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
          variable(entry.getKey(), entry.getValue(), service, fixes, set, context);
        }
      }
      labels(service, set, context, "labels");
      labels(service, set, context, "deploy", "labels");
    }
  }

  private static void variable(
      String name,
      Member member,
      ComposeService service,
      SecretFix fixes,
      ComposeSet set,
      RuleContext context) {
    Optional<Scalar> found = literal(member);
    if (found.isEmpty()) {
      return;
    }
    Optional<String> kind = kind(name, found.get(), set, context);
    if (kind.isPresent()) {
      Anchor anchor = service.anchor("environment").child(name.replace('/', '|'));
      Finding finding =
          Finding.at(
              anchor,
              found.get().slice(),
              "%s stands in plain text in %s: take it from a secret or a variable",
              kind.get(),
              name);
      Optional<Fix> fix = fixes.of(service, name, member);
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
    }
  }

  private static void labels(
      ComposeService service, ComposeSet set, RuleContext context, String... keys) {
    for (Map.Entry<String, Member> entry : service.members(keys).entrySet()) {
      Optional<Scalar> found = literal(entry.getValue());
      if (found.isPresent()) {
        label(entry.getKey(), found.get(), service.anchor(keys[0]), set, context);
      }
    }
  }

  private static void label(
      String key, Scalar value, Anchor anchor, ComposeSet set, RuleContext context) {
    Optional<String> kind = kind(key.substring(key.lastIndexOf('.') + 1), value, set, context);
    if (kind.isPresent()) {
      context.report(
          Finding.at(
              anchor,
              value.slice(),
              "%s stands in plain text in label %s: whoever may list containers sees it",
              kind.get(),
              key));
    }
  }

  /** What is in a value; nothing where it is no secret, or another rule reports it. */
  private static Optional<String> kind(
      String name, Scalar value, ComposeSet set, RuleContext context) {
    List<SecretTokens.Found> tokens = SecretTokens.in(value.text());
    if (!tokens.isEmpty()) {
      String kind = tokens.get(0).kind();
      return kind.equals(URL) || isPublished(name) || isAllowed(value, context)
          ? Optional.empty()
          : Optional.of(kind);
    }
    boolean secret =
        Credentials.isName(name, context.options(Options.class).secretNames())
            && Credentials.isSecret(name, value.text())
            && !(Credentials.isAtHome(set) && !Credentials.looksRandom(value.text()))
            && !isAllowed(value, context);
    return secret ? Optional.of("secret") : Optional.empty();
  }

  private static boolean isAllowed(Scalar value, RuleContext context) {
    return context.options(Options.class).allowedValues().contains(value.text());
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

  /** A value in which no variable stands. */
  private static Optional<Scalar> literal(Member member) {
    return member.value() instanceof Scalar scalar
            && scalar.value() instanceof Value.Known
            && scalar.fixed().isPresent()
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
