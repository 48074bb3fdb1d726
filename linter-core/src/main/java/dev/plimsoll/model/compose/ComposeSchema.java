package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.List;

/**
 * Finds what Compose refuses in the keys and values of a merged model before it makes the long
 * forms of it: what it reports as "validating". One serves for many models; it is not safe for use
 * by several threads.
 */
public final class ComposeSchema {

  private final ComposeKinds kinds = new ComposeKinds();

  /**
   * The faults of a model in the order of its text; what a mapping lacks comes after what it has.
   * Of a value that variables decide, only what no setting of them can mend is a fault.
   */
  public List<Violation> check(Table merged) {
    SchemaWalk walk = new SchemaWalk(kinds);
    walk.table(ComposeKinds.FILE, merged, merged.slice());
    return walk.found();
  }
}
