package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges the address ranges of a network, which their subnet tells apart. Each range of the base
 * meets each of the others, and one that was merged once goes on so, as in compose-go.
 */
final class SubnetMerge {

  /** Beyond so many meetings both lists are joined. */
  private static final long MAX_MEETINGS = 100_000;

  /** A range, whatever became of it. */
  private static final class Range {
    private Table table;

    Range(Table table) {
      this.table = table;
    }

    Optional<String> subnet() {
      return Scalars.text(table.find("subnet"));
    }
  }

  private final ComposeMerge merge;
  private final List<Range> all = new ArrayList<>();

  SubnetMerge(ComposeMerge merge) {
    this.merge = merge;
  }

  ComposeNode merge(Items base, Items over, ComposePath path) {
    List<ComposeNode> tables = new ArrayList<>();
    if ((long) base.items().size() * over.items().size() > MAX_MEETINGS) {
      tables.addAll(base.items());
      tables.addAll(over.items());
      return new Items(over.slice(), tables);
    }
    for (ComposeNode one : base.items()) {
      Optional<Range> left =
          one instanceof Table table ? Optional.of(new Range(table)) : Optional.empty();
      for (ComposeNode other : over.items()) {
        if (left.isPresent() && other instanceof Table right) {
          meet(left.get(), right, path);
        }
      }
    }
    for (Range range : all) {
      tables.add(range.table);
    }
    return tables.isEmpty()
        ? Scalar.of(over.slice(), "", ComposeNode.Type.NULL) // and so Compose refuses it
        : new Items(over.slice(), tables);
  }

  private void meet(Range left, Table right, ComposePath path) {
    Range other = new Range(right);
    if (!left.subnet().equals(other.subnet()) && find(other) < 0) {
      all.add(other);
      return;
    }
    left.table = merge.tables(left.table, right, path);
    int known = find(left);
    if (known >= 0) {
      all.set(known, left);
    } else {
      all.add(left);
    }
  }

  private int find(Range range) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).subnet().equals(range.subnet())) {
        return i;
      }
    }
    return -1;
  }
}
