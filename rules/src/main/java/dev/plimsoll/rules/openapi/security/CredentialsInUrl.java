package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NameWords;
import dev.plimsoll.text.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Logs, histories and proxies keep URLs, and with them the credential. */
@RuleInfo(
    id = "openapi/credentials-in-url",
    title = "Credential is passed in the URL",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = {"vacuum:owasp-no-credentials-in-url", "owasp:api2:2023-no-credentials-in-url"},
    cwe = 598,
    options = CredentialsInUrl.Options.class)
public final class CredentialsInUrl extends OpenApiRule {

  /** Words beside which a token is no credential: it marks a place in a list, or a thing. */
  private static final Set<String> OTHER_TOKENS =
      Set.of(
          "page",
          "next",
          "previous",
          "prev",
          "pagination",
          "paging",
          "continuation",
          "cursor",
          "sync",
          "start",
          "starting",
          "end",
          "ending",
          "before",
          "after",
          "offset",
          "marker",
          "resume",
          "list",
          "scroll",
          "search",
          "sort",
          "symbol",
          "address",
          "contract",
          "change",
          "delta",
          "idempotency",
          "dedupe",
          "request",
          "client",
          "upload",
          "csrf",
          "xsrf",
          "skip",
          "from",
          "to",
          "last",
          "position",
          "watermark",
          "lock",
          "concurrency",
          "iteration");

  /** Last words after which the value is something about a credential. */
  private static final Set<String> ABOUT =
      Set.of(
          "uuid",
          "guid",
          "uid",
          "slug",
          "ref",
          "reference",
          "label",
          "state",
          "status",
          "number",
          "index",
          "date",
          "at",
          "since",
          "count",
          "description",
          "fields",
          "filter");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "more names of parameters that hold a credential") List<String> names) {}

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> name = object.scalar("name");
    String in = object.text("in");
    if (name.isEmpty() || !(in.equals("query") || in.equals("path"))) {
      return;
    }
    boolean isCredential =
        context.options(Options.class).names().contains(name.get().text())
            || (isCredential(name.get().text())
                && mayBeText(object, api)
                && !isNameOfThing(name.get().text(), in, object));
    if (isCredential) {
      context.report(
          Finding.at(
              object.anchor().child("name"),
              name.get().slice(),
              "%s is sent in the URL, which logs and browsers keep: send it in a header or a body",
              name.get().text()));
    }
  }

  private static boolean isCredential(String name) {
    List<String> words = NameWords.of(name);
    if (words.isEmpty() || ABOUT.contains(words.get(words.size() - 1).toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean isToken = false;
    boolean isOther = false;
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      isToken |= lower.equals("token");
      isOther |= OTHER_TOKENS.contains(lower);
    }
    return !(isToken && isOther && !name.toLowerCase(Locale.ROOT).contains("secret"))
        && SecretNames.namesCredential(String.join("_", words));
  }

  /** Whether its value may be a text: a number or a truth value is about a credential. */
  private static boolean mayBeText(OpenApiObject parameter, OpenApiDescription api) {
    Optional<Mapping> schema =
        parameter.find("schema").isEmpty()
            ? Optional.of(parameter.node()) // of 2.0, with the type in itself
            : api.resolve(parameter.find("schema").get());
    return schema.isEmpty()
        || !(schema.get().find("type").orElse(schema.get()) instanceof Scalar type)
        || type.text().equals("string");
  }

  /** Whether it names one of a collection: {@code /secrets/{secret}}. */
  private static boolean isNameOfThing(String name, String in, OpenApiObject parameter) {
    if (!in.equals("path")) {
      return false;
    }
    Optional<OpenApiObject> item = parameter.within(ObjectKind.PATH_ITEM);
    String path = item.isEmpty() ? "" : item.get().name();
    int at = path.indexOf("/{" + name + "}");
    if (at < 0) {
      return true; // which path it is part of cannot be seen
    }
    String before = plain(path.substring(path.lastIndexOf('/', Math.max(0, at - 1)) + 1, at));
    String plain = plain(name);
    String thing = plain.endsWith("token") ? plain.substring(0, plain.length() - 5) : "";
    return !before.isEmpty()
        && (before.endsWith(plain + "s") || before.equals(plain) || before.equals(thing + "s"));
  }

  private static String plain(String name) {
    return String.join("", NameWords.of(name)).toLowerCase(Locale.ROOT);
  }
}
