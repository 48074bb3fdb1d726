package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** What HTTP lets headers be called (RFC 9110, section 5.1): other names cannot be sent. */
final class HeaderNames {

  private static final String SIGNS = "!#$%&'*+-.^_`|~";

  private HeaderNames() {}

  /** Judges the name of a header parameter, or of an API key that is sent in a header. */
  static void inName(OpenApiObject object, RuleContext context) {
    Optional<Scalar> name = object.scalar("name");
    boolean isSent = object.kind() == ObjectKind.PARAMETER || object.text("type").equals("apiKey");
    if (name.isPresent() && isSent && object.text("in").equals("header")) {
      judge(name.get(), object.anchor().child("name"), context);
    }
  }

  /** Judges the names of the headers of a response or an encoding. */
  static void inKeys(OpenApiObject object, RuleContext context) {
    Optional<YamlNode> headers = object.find("headers");
    if (headers.isPresent() && headers.get() instanceof Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar name && !isReference(name.text())) {
          Anchor anchor = object.anchor().child("headers");
          judge(name, anchor.child(name.text().replace('/', '|')), context);
        }
      }
    }
  }

  private static boolean isReference(String key) {
    return key.equals("$ref") || key.equals("<<");
  }

  private static void judge(Scalar name, Anchor anchor, RuleContext context) {
    int at = firstInvalid(name.text());
    if (at < name.text().length()) {
      int first = name.text().codePointAt(at);
      context.report(
          Finding.at(
              anchor,
              name.slice(),
              "%s has a %s in it: names of headers are made of letters, digits and %s",
              name.text(),
              first == ' ' ? "blank" : Character.toString(first),
              SIGNS));
    }
  }

  private static int firstInvalid(String name) {
    int at = 0;
    while (at < name.length() && isAllowed(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isAllowed(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0);
  }
}
