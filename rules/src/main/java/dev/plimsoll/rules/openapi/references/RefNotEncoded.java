package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.Target;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** It is no URI: tools that read it as one stop there. */
@RuleInfo(
    id = "openapi/ref-not-encoded",
    title = "Reference has characters that must be encoded",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = {"spectral:oas3-schema", "vacuum:oas3-schema"})
public final class RefNotEncoded extends OpenApiRule {

  /** What may stand in a URI beside letters and digits: RFC 3986, section 2. */
  private static final String MARKS = "-._~!$&'()*+,;=:@/?";

  @Override
  public void reference(Reference reference, OpenApiDescription api, RuleContext context) {
    String text = reference.target().text();
    int hash = text.indexOf('#');
    if (hash < 0) {
      return;
    }
    int at = hash + 1;
    while (at < text.length() && mayStand(text, at)) {
      at++;
    }
    if (at == text.length() || leadsNowhere(reference, api)) {
      return;
    }
    String encoded = text.substring(0, hash + 1) + encoded(text, hash + 1);
    String culprit = new String(Character.toChars(text.codePointAt(at)));
    OpenApiFile file = api.file(reference.target().slice());
    context.report(
        Finding.at(
                reference.anchor(),
                reference.target().slice(),
                "%s has %s, which a URI must encode as %s",
                text,
                culprit.isBlank() ? "a blank" : culprit,
                encoded(culprit, 0))
            .withFix(
                Fix.safe(
                        "Encode it",
                        YamlEdits.of(file.yaml(), file.source())
                            .replace(reference.target(), NewYaml.text(encoded)))
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.SPELLING,
                            file.name(),
                            reference.anchor().child("$ref")))));
  }

  /** Whether {@code openapi/ref-unresolved} has something to say about it. */
  private static boolean leadsNowhere(Reference reference, OpenApiDescription api) {
    Target.State state = api.target(reference).state();
    return state != Target.State.FOUND && state != Target.State.UNKNOWN;
  }

  private static boolean mayStand(String text, int at) {
    char c = text.charAt(at);
    if (c == '%') {
      return at + 2 < text.length()
          && Character.digit(text.charAt(at + 1), 16) >= 0
          && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
    return c < 0x80 && (Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
  }

  private static String encoded(String text, int from) {
    StringBuilder encoded = new StringBuilder();
    int at = from;
    while (at < text.length()) {
      int length = Character.charCount(text.codePointAt(at));
      String one = text.substring(at, at + length);
      if (mayStand(text, at)) {
        encoded.append(one);
      } else {
        for (byte octet : one.getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
      }
      at += length;
    }
    return encoded.toString();
  }
}
