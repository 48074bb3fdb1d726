package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A configuration of a proxy, as far as it tells where requests are sent.
 *
 * @param targets in the order of the text; those with variables are left out
 * @param names that it defines for groups of targets
 * @param includes the files that it takes in, as written
 */
public record ProxyFile(List<Target> targets, Set<String> names, List<String> includes) {

  /** One of which nothing could be read. */
  public static final ProxyFile EMPTY = new ProxyFile(List.of(), Set.of(), List.of());

  public ProxyFile {
    targets = List.copyOf(targets);
    names = Set.copyOf(names);
    includes = List.copyOf(includes);
  }

  /**
   * Where requests are sent.
   *
   * @param host a name or an address
   * @param port as written
   * @param isMember whether it stands in a group of targets, where no group can be named
   */
  public record Target(Slice host, Optional<Integer> port, boolean isMember) {}
}
