package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.Optional;

/** Puts one entry of a mapping in the place of another, laid out as that is. */
public final class YamlSwap {

  private YamlSwap() {}

  /**
   * Puts another key and value for an entry of one line.
   *
   * @param text from which the file was read
   */
  public static Edit entry(
      YamlFile file, Text text, Mapping mapping, Entry entry, NewYaml.Pair pair) {
    YamlLines lines = new YamlLines(text.content());
    int index = mapping.entries().indexOf(entry);
    Span span = new Span(lines.start(entry.key()), lines.end(entry));
    YamlRefusals refusals = new YamlRefusals(file, file.uses(), false);
    Optional<Edit> refusal = refusals.newKey(mapping, pair.key());
    if (refusal.isEmpty()) {
      refusal = refusals.removal(span);
    }
    boolean isPlain = entry.value() instanceof Scalar && !lines.isExplicit(mapping, index);
    if (refusal.isPresent() || !isPlain || lines.lineEnd(span.start()) < span.end()) {
      return refusal.orElse(new Edit.Impossible("the entry is not written on one line"));
    }
    String ending = text.host().lineEndingAt(text.toHost(Span.at(span.start())).start());
    String written =
        YamlUses.isBracket(mapping)
            ? new YamlFlow(text, lines, YamlFlow.isJson(file)).written(mapping, index, pair)
            : String.join(
                ending + " ".repeat(lines.column(span.start())),
                pair.lines(lines.step(mapping, file)));
    return Edit.replace(new Slice(text, span), written);
  }
}
