package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.path.Selector.Query;
import dev.plimsoll.policy.path.Selector.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Follows segments through a document. */
final class Evaluation {

  private final PathDocument document;
  private final Judgement judgement;

  Evaluation(PathDocument document) {
    this.document = document;
    this.judgement = new Judgement(document, this);
  }

  List<Match> query(Query query, Match current) {
    return query(query.segments(), query.fromRoot() ? document.root() : current);
  }

  List<Match> query(List<Segment> segments, Match from) {
    List<Match> matches = List.of(from);
    for (Segment segment : segments) {
      List<Match> next = new ArrayList<>();
      for (Match match : matches) {
        if (segment.descends()) {
          descend(segment, match, next);
        } else {
          select(segment, match, next);
        }
      }
      matches = next;
      if (matches.isEmpty()) {
        return matches;
      }
    }
    return matches;
  }

  private void descend(Segment segment, Match match, List<Match> found) {
    select(segment, match, found);
    for (Match child : document.written(match)) {
      if (!(child.node() instanceof YamlNode.Scalar)) {
        descend(segment, child, found);
      }
    }
  }

  private void select(Segment segment, Match match, List<Match> found) {
    if (found.size() > PathDocument.MAX_MATCHES) {
      throw PolicyLimitExceeded.ofPath();
    }
    for (Selector selector : segment.selectors()) {
      if (selector instanceof Selector.Name name) {
        Optional<Match> child = document.child(match, name.name());
        if (child.isPresent()) {
          found.add(child.get());
        }
      } else if (selector instanceof Selector.Wildcard) {
        found.addAll(document.children(match));
      } else if (selector instanceof Selector.Filter filter) {
        for (Match child : document.children(match)) {
          if (judgement.holds(filter.condition(), child)) {
            found.add(child);
          }
        }
      } else if (match.node() instanceof Sequence sequence) {
        items(selector, match, sequence, found);
      }
    }
  }

  private void items(Selector selector, Match match, Sequence list, List<Match> found) {
    long size = list.items().size();
    if (selector instanceof Selector.Index index) {
      long at = index.index() < 0 ? index.index() + size : index.index();
      if (at >= 0 && at < size) {
        item(match, list, at, found);
      }
    } else if (selector instanceof Selector.Range range && range.step() > 0) {
      long end = bound(range.end(), size, size, 0, size);
      for (long i = bound(range.start(), 0, size, 0, size); i < end; i += range.step()) {
        item(match, list, i, found);
      }
    } else if (selector instanceof Selector.Range range && range.step() < 0) {
      long end = bound(range.end(), -1, size, -1, size - 1);
      for (long i = bound(range.start(), size - 1, size, -1, size - 1);
          i > end;
          i += range.step()) {
        item(match, list, i, found);
      }
    }
  }

  private static long bound(OptionalLong given, long byDefault, long size, long least, long most) {
    if (given.isEmpty()) {
      return byDefault;
    }
    long at = given.getAsLong() < 0 ? given.getAsLong() + size : given.getAsLong();
    return Math.max(least, Math.min(most, at));
  }

  private void item(Match match, Sequence list, long at, List<Match> found) {
    int index = (int) at;
    found.add(document.item(match, index, list.items().get(index)));
  }

  /** Whether two nodes say the same; the order of keys counts for nothing. */
  boolean same(Match one, Match other) {
    if (one.node() instanceof Sequence && other.node() instanceof Sequence) {
      List<Match> items = document.children(one);
      List<Match> others = document.children(other);
      boolean same = items.size() == others.size();
      for (int i = 0; same && i < items.size(); i++) {
        same = same(items.get(i), others.get(i));
      }
      return same;
    }
    if (one.node() instanceof Mapping && other.node() instanceof Mapping) {
      List<Match> entries = document.entries(one);
      boolean same = entries.size() == document.entries(other).size();
      for (int i = 0; same && i < entries.size(); i++) {
        Match entry = entries.get(i);
        Optional<Match> twin = document.child(other, entry.key().orElseThrow().text());
        same = twin.isPresent() && same(entry, twin.get());
      }
      return same;
    }
    return Judgement.sameValue(PathValue.of(one.node()), PathValue.of(other.node()));
  }
}
