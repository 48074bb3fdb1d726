package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PatternGrammar;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Validators refuse the schema, or check nothing. */
@RuleInfo(
    id = "openapi/pattern-invalid",
    title = "Pattern is not a valid regular expression",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas2-schema", "spectral:oas3-schema", "vacuum:oas-schema-check"})
public final class PatternInvalid extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    for (Entry entry : object.node().entries()) {
      if (!(entry.key() instanceof Scalar key) || !key.text().startsWith("pattern")) {
        continue;
      }
      if (key.text().equals("pattern")
          && entry.value() instanceof Scalar value
          && CoreSchema.type(value) == CoreSchema.Type.TEXT) {
        pattern(value, object.anchor().child("pattern"), context);
      } else if (key.text().equals("patternProperties")
          && entry.value() instanceof Mapping properties
          && api.version().orElseThrow().hasJsonSchema()) {
        names(properties, object.anchor().child("patternProperties"), context);
      }
    }
  }

  private static void names(Mapping properties, Anchor anchor, RuleContext context) {
    for (Entry entry : properties.entries()) {
      YamlNode name = entry.key();
      if (name instanceof Scalar pattern && !pattern.text().equals("<<")) {
        pattern(pattern, anchor.child(pattern.text().replace('/', '|')), context);
      }
    }
  }

  private static void pattern(Scalar pattern, Anchor anchor, RuleContext context) {
    Optional<PatternGrammar.Fault> fault = PatternGrammar.fault(pattern.text());
    if (fault.isPresent()) {
      context.report(
          Finding.at(
              anchor,
              place(pattern, fault.get().at()),
              "this is no regular expression: %s",
              fault.get().reason()));
    }
  }

  /** The character where it breaks off; all of it where that is written with escapes. */
  private static Slice place(Scalar pattern, int at) {
    String text = pattern.slice().text();
    int quote = text.startsWith("\"") || text.startsWith("'") ? 1 : 0;
    boolean isPlain =
        text.length() == pattern.text().length() + 2 * quote
            && text.startsWith(pattern.text(), quote)
            && at < pattern.text().length();
    return isPlain ? pattern.slice().part(quote + at, quote + at + 1) : pattern.slice();
  }
}
