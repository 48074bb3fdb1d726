package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/** A list: chains in the order of the text, XCU 2.9.3. */
public record Block(Slice slice, List<Chain> chains) {
  public Block {
    chains = List.copyOf(chains);
  }
}
