package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two forms of names and values: a mapping, and a list of {@code NAME=VALUE}. */
final class KeyValues {

  private KeyValues() {}

  /** Either form as a mapping; a name without a value has null. Of a name twice the last counts. */
  static Table table(ComposeNode node) {
    if (node instanceof Table table) {
      return table;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    List<ComposeNode> lines =
        node instanceof Items items
            ? items.items()
            : ComposeMerge.isNull(node) ? List.of() : List.of(node);
    for (ComposeNode line : lines) {
      if (line instanceof Scalar scalar) {
        add(scalar, members);
      }
    }
    return new Table(node.slice(), members);
  }

  private static void add(Scalar line, Map<String, Member> members) {
    int equals = line.text().indexOf('=');
    int end = equals < 0 ? line.text().length() : equals;
    Cuts cuts = new Cuts(line);
    Scalar name = cuts.part(0, end);
    ComposeNode value =
        equals < 0
            ? Scalar.of(name.slice().end(), "", ComposeNode.Type.NULL)
            : cuts.part(equals + 1, line.text().length());
    members.put(name.text(), new Member(name.slice(), value));
  }

  /** A mapping as such a list; a list as a value is a line for each of its items. */
  static List<ComposeNode> lines(Table table) {
    List<ComposeNode> lines = new ArrayList<>();
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      ComposeNode value = entry.getValue().value();
      List<ComposeNode> values = value instanceof Items items ? items.items() : List.of(value);
      for (ComposeNode each : values) {
        if (each instanceof Scalar scalar) {
          boolean bare = scalar.type() == ComposeNode.Type.NULL;
          String text = entry.getKey() + (bare ? "" : "=" + scalar.text());
          lines.add(new Scalar(scalar.slice(), text, ComposeNode.Type.STRING, scalar.value()));
        }
      }
    }
    return lines;
  }
}
