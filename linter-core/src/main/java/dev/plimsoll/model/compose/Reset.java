package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A place from which earlier files' values are taken away: {@code !reset} puts nothing there,
 * {@code !override} what stands behind it.
 */
record Reset(ComposePath path, Slice slice, boolean overrides) {

  /** The same below another path. */
  Reset below(ComposePath above) {
    if (above.keys().isEmpty()) {
      return this;
    }
    List<String> keys = new ArrayList<>(above.keys());
    keys.addAll(path.keys());
    return new Reset(new ComposePath(keys), slice, overrides);
  }
}
