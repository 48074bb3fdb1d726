package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.LinkedHashMap;
import java.util.Map;

/** What depends_on means where it says no more than a name. */
final class Dependencies {

  private Dependencies() {}

  /** The long form of a dependency that only has to be started. */
  static Table started(Slice name) {
    return completed(new Table(name, Map.of()));
  }

  /** A long form with what Compose adds to it. */
  static Table completed(Table given) {
    Map<String, Member> members = new LinkedHashMap<>(given.members());
    Slice slice = given.slice();
    members.putIfAbsent("condition", new Member(slice, Scalars.added(slice, "service_started")));
    members.putIfAbsent("required", new Member(slice, Scalars.added(slice, true)));
    return new Table(slice, members);
  }
}
