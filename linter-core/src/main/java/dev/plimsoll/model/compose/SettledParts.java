package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The services and resources of a model that the last files laid over it left as they are. What was
 * looked at once in its final form needs no further look, so that a set of many files takes no
 * longer than their texts do.
 */
final class SettledParts {

  private static final List<String> SECTIONS =
      List.of("services", "jobs", "volumes", "networks", "secrets", "configs", "models");

  private final IdentityHashMap<ComposeNode, Boolean> made = new IdentityHashMap<>();
  private final IdentityHashMap<ComposeNode, Boolean> settled = new IdentityHashMap<>();

  /** A model without what is settled. */
  Table without(Table model) {
    if (settled.isEmpty()) {
      return model;
    }
    Map<String, Member> members = new LinkedHashMap<>(model.members());
    for (String section : SECTIONS) {
      Member member = members.get(section);
      if (member != null && member.value() instanceof Table table) {
        members.put(section, new Member(member.key(), open(table)));
      }
    }
    return new Table(model.slice(), members);
  }

  private Table open(Table section) {
    Map<String, Member> open = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : section.members().entrySet()) {
      if (!settled.containsKey(entry.getValue().value())) {
        open.put(entry.getKey(), entry.getValue());
      }
    }
    return new Table(section.slice(), open);
  }

  /**
   * The final form of a model.
   *
   * @param open that of the model without what is settled
   */
  Table with(Table model, Table open) {
    Map<String, Member> members = new LinkedHashMap<>(open.members());
    for (String section : SECTIONS) {
      Member member = members.get(section);
      Member whole = model.members().get(section);
      if (member != null
          && whole != null
          && member.value() instanceof Table table
          && whole.value() instanceof Table all) {
        members.put(section, new Member(member.key(), section(all, table)));
      }
    }
    return new Table(open.slice(), members);
  }

  private Table section(Table before, Table open) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Map.Entry<String, Member> entry : before.members().entrySet()) {
      Member looked = open.members().get(entry.getKey());
      members.put(
          entry.getKey(), looked == null ? entry.getValue() : kept(entry.getValue(), looked));
    }
    return new Table(open.slice(), members);
  }

  /** What was made before and did not change is settled. */
  private Member kept(Member given, Member looked) {
    if (made.remove(given.value()) != null && looked.value().equals(given.value())) {
      settled.put(given.value(), true);
      return given;
    }
    made.put(looked.value(), true);
    return looked;
  }
}
