package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeKind.Names;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeShape.Listed;
import dev.plimsoll.model.compose.Violation.Kind;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares one model with the table of keys. */
final class SchemaWalk {

  private final ComposeKinds kinds;
  private final List<Violation> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<ComposeKind> around = new ArrayList<>();

  SchemaWalk(ComposeKinds kinds) {
    this.kinds = kinds;
  }

  List<Violation> found() {
    return List.copyOf(found);
  }

  /**
   * What messages speak of.
   *
   * @param name the key, as it is written or as we know it; of an item, that of its list
   * @param owner what to point at when the value is large or not there
   */
  private record Subject(Object name, Slice owner, boolean isItem) {

    String template(String predicate) {
      return isItem ? "an item of %s " + predicate : "%s " + predicate;
    }
  }

  private void value(ComposeShape shape, ComposeNode node, Subject subject) {
    if (shape.any()) {
      return;
    }
    if (node instanceof Scalar scalar && ScalarCheck.isOfType(shape, scalar)) {
      Optional<ScalarCheck.Fault> fault = ScalarCheck.of(shape, scalar);
      if (fault.isPresent()) {
        scalar(scalar, fault.get(), subject);
      }
    } else if (node instanceof Table table && shape.mapping().isPresent()) {
      table(shape.mapping().get(), table, subject.owner());
    } else if (node instanceof Items items && shape.list().isPresent()) {
      items(shape.list().get(), items, subject);
    } else {
      wrongType(shape, node, subject);
    }
  }

  private void scalar(Scalar scalar, ScalarCheck.Fault fault, Subject subject) {
    String template = subject.template("is %s, but must be " + fault.wanted());
    List<Object> arguments = List.of(subject.name(), scalar.value());
    add(fault.kind(), scalar.slice(), template, arguments, fault.meant());
  }

  private void wrongType(ComposeShape shape, ComposeNode node, Subject subject) {
    boolean tight = node instanceof Scalar && !node.slice().span().isEmpty();
    String template =
        subject.template("must be " + shape.described() + ", but is " + shape.refused(node));
    add(
        Kind.WRONG_TYPE,
        tight ? node.slice() : subject.owner(),
        template,
        List.of(subject.name()),
        Optional.empty());
  }

  private void items(Listed listed, Items items, Subject list) {
    Map<Object, Slice> seen = new HashMap<>();
    path.add(ComposePath.ITEM);
    for (ComposeNode item : items.items()) {
      value(listed.item(), item, new Subject(list.name(), item.slice(), true));
      if (listed.unique()) {
        Slice first = seen.putIfAbsent(Same.SURELY.key(item), item.slice());
        if (first != null) {
          twice(item, first, list);
        }
      }
    }
    path.remove(path.size() - 1);
  }

  private void twice(ComposeNode item, Slice first, Subject list) {
    found.add(
        new Violation(
            here(),
            item.slice(),
            Kind.DUPLICATE_ITEM,
            "%s has this item twice",
            List.of(list.name()),
            Optional.empty(),
            Optional.of(first)));
  }

  /** Checks a mapping of a kind; the owner is what to point at when it lacks something. */
  void table(String kindName, Table table, Slice owner) {
    ComposeKind kind = kinds.get(kindName);
    around.add(kind);
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      path.add(entry.getKey());
      member(kind, entry.getKey(), entry.getValue());
      path.remove(path.size() - 1);
    }
    around.remove(around.size() - 1);
    missing(kind, table, owner);
  }

  private void member(ComposeKind kind, String name, Member member) {
    ComposeKind.Key key = kind.keys().get(name);
    if (key != null) {
      value(kinds.shape(key.shape()), member.value(), new Subject(name, member.key(), false));
    } else if (kind.entries().isEmpty()) {
      if (!kind.lets(name)) {
        unknownKey(kind, name, member);
      }
    } else if (kind.entries().get().names().allows(name)) {
      Subject subject = new Subject(member.key(), member.key(), false);
      value(kind.entries().get().value(), member.value(), subject);
    } else if (!kind.lets(name)) {
      wrongName(kind.entries().get().names(), member);
    }
  }

  private void unknownKey(ComposeKind kind, String name, Member member) {
    UnknownKey guess = UnknownKey.of(name, around, kinds);
    add(
        Kind.UNKNOWN_KEY,
        member.key(),
        "%s is no key of " + kind.label() + guess.remark(),
        List.of(member.key()),
        guess.meant());
  }

  private void wrongName(Names names, Member member) {
    add(
        Kind.WRONG_NAME,
        member.key(),
        "%s cannot be a name here, " + names.described(),
        List.of(member.key()),
        Optional.empty());
  }

  private void missing(ComposeKind kind, Table table, Slice owner) {
    for (String key : kind.required()) {
      if (!table.members().containsKey(key)) {
        lacks(owner, kind.label(), key);
      }
    }
    for (String key : kind.anyRequired()) {
      if (table.members().containsKey(key)) {
        return;
      }
    }
    if (!kind.anyRequired().isEmpty()) {
      lacks(owner, kind.label(), String.join(" or ", kind.anyRequired()));
    }
  }

  private void lacks(Slice owner, String label, String key) {
    add(Kind.MISSING_KEY, owner, "%s must have the key %s", List.of(label, key), Optional.empty());
  }

  private void add(
      Kind kind, Slice place, String template, List<Object> arguments, Optional<String> meant) {
    found.add(new Violation(here(), place, kind, template, arguments, meant, Optional.empty()));
  }

  private ComposePath here() {
    return new ComposePath(path);
  }
}
