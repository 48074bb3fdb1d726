package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Pipelines joined by {@code &&} and {@code ||}, XCU 2.9.3.
 *
 * @param links in the order of the text; only the first has no operator before it
 * @param terminator the {@code ;} or {@code &} after it; absent before a line break or a closing
 *     word
 */
public record Chain(Slice slice, List<Link> links, Optional<Slice> terminator) {
  public Chain {
    links = List.copyOf(links);
  }

  /** A pipeline and what decides whether it runs. */
  public record Link(Optional<Slice> operator, Pipeline pipeline) {}

  /** Whether the shell does not wait for it. */
  public boolean isBackground() {
    return terminator.isPresent() && terminator.get().text().equals("&");
  }
}
