package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes out a short form: {@code build: web} becomes a mapping that says more. */
public final class YamlExpansion {

  private static final int STEP = 2;

  private YamlExpansion() {}

  /**
   * Makes the scalar of an entry the value of a key of a mapping, beside another pair. A comment
   * behind the scalar stays beside it.
   */
  public static Edit of(
      YamlFile file, Text text, Mapping mapping, Entry entry, String key, NewYaml.Pair more) {
    YamlUses uses = file.uses();
    Optional<Edit> refusal =
        new YamlRefusals(file, uses, false).change(entry.value().slice().span());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!(entry.value() instanceof Scalar scalar)
        || YamlLines.isBlock(scalar)
        || !scalar.properties().isEmpty()
        || scalar.slice().span().isEmpty()
        || scalar.slice().text().indexOf('\n') >= 0) {
      return new Edit.Impossible("only a scalar on one line becomes a mapping");
    }
    boolean json = YamlFlow.isJson(file);
    if (json || YamlUses.isBracket(mapping) || uses.inBrackets(mapping.slice().span())) {
      String name = json ? YamlQuotes.doubleQuoted(key) : key;
      String inline = "{" + name + ": " + scalar.slice().text() + ", " + more.inline(json) + "}";
      return Edit.replace(scalar.slice(), inline);
    }
    return block(text, entry, scalar, key, more);
  }

  private static Edit block(Text text, Entry entry, Scalar scalar, String key, NewYaml.Pair more) {
    YamlLines lines = new YamlLines(text.content());
    int end = scalar.slice().span().end();
    boolean hasComment = !text.content().substring(end, lines.lineEnd(end)).isBlank();
    List<String> added = new ArrayList<>(more.lines(STEP));
    added.add(hasComment ? added.size() : 0, key + ": " + scalar.slice().text());
    String indent = " ".repeat(lines.column(lines.start(entry.key())) + STEP);
    String ending =
        text.host().lineEndingAt(text.toHost(Span.at(lines.start(entry.key()))).start());
    StringBuilder written = new StringBuilder();
    for (String line : added) {
      written.append(ending).append(indent).append(line);
    }
    Span replaced = new Span(lines.colon(entry), end);
    return Edit.replace(new Slice(text, replaced), written.toString());
  }
}
