package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges the address ranges of a network, which their subnet tells apart. */
final class SubnetMerge {

  private final ComposeMerge merge;
  private final List<ComposeNode> all = new ArrayList<>();

  SubnetMerge(ComposeMerge merge) {
    this.merge = merge;
  }

  Items merge(Items base, Items over, ComposePath path) {
    for (ComposeNode one : base.items()) {
      for (ComposeNode other : over.items()) {
        if (one instanceof Table left && other instanceof Table right) {
          add(left, right, path);
        }
      }
    }
    return new Items(over.slice(), all);
  }

  private void add(Table left, Table right, ComposePath path) {
    boolean same = subnet(left).equals(subnet(right));
    if (!same && find(right) < 0) {
      all.add(right);
      return;
    }
    Table merged = merge.tables(left, right, path);
    int known = find(merged);
    if (known >= 0) {
      all.set(known, merged);
    } else {
      all.add(merged);
    }
  }

  private int find(Table range) {
    for (int i = 0; i < all.size(); i++) {
      if (subnet((Table) all.get(i)).equals(subnet(range))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> subnet(Table range) {
    return Scalars.text(range.find("subnet"));
  }
}
