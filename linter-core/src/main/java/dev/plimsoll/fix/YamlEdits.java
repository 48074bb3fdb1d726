package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The named edits of a YAML or JSON file. Each keeps all comments but those within what it removes
 * and behind it on its last line, and the anchors, quotes, line endings and indentation of the
 * rest; where it cannot be exact it is {@link Edit.Impossible}.
 */
public final class YamlEdits {

  private static final String EXPLICIT = "a key behind a question mark is left alone";

  private final Text text;
  private final String content;
  private final YamlFile file;
  private final YamlUses uses;
  private final YamlLines lines;
  private final YamlRefusals refusals;
  private final boolean json;

  private YamlEdits(Text text, YamlFile file, YamlUses uses, boolean everyUse) {
    this.text = text;
    this.content = text.content();
    this.file = file;
    this.uses = uses;
    this.lines = new YamlLines(content);
    this.refusals = new YamlRefusals(file, uses, everyUse);
    this.json = YamlFlow.isJson(file);
  }

  /**
   * The edits of a file.
   *
   * @param text from which it was read
   */
  public static YamlEdits of(YamlFile file, Text text) {
    return new YamlEdits(text, file, file.uses(), false);
  }

  /** The same, and within what an alias stands for too, where they change each of its uses. */
  public YamlEdits changingEveryUse() {
    return new YamlEdits(text, file, uses, true);
  }

  /** Adds a key behind all others, as far to the right. */
  public Edit addKey(Mapping mapping, String key, NewYaml value) {
    return add(mapping, mapping.entries().size() - 1, key, value);
  }

  /** Adds a key behind another of the same mapping. */
  public Edit addKeyAfter(Mapping mapping, Entry sibling, String key, NewYaml value) {
    return add(mapping, indexOf(mapping, sibling), key, value);
  }

  /** Adds a key before all others; within brackets, on one line. */
  public Edit addFirstKey(Mapping mapping, String key, NewYaml value) {
    Optional<Edit> refusal = refusals.newKey(mapping, key);
    if (refusal.isPresent() || mapping.entries().isEmpty()) {
      return refusal.orElseGet(() -> addKey(mapping, key, value));
    }
    boolean inside = YamlUses.isBracket(mapping);
    int first = lines.start(mapping.entries().get(0).key());
    if (lines.isExplicit(mapping, 0) || (!inside && !lines.hasOwnLines(mapping, uses))) {
      return new Edit.Impossible(EXPLICIT);
    }
    NewYaml.Pair pair = NewYaml.pair(key, value);
    String head = lines.head(first);
    String line = lineEnding(first) + (inside ? head : " ".repeat(lines.column(first)));
    String gap = inside ? (head.isBlank() ? "," + line : ", ") : line;
    List<String> written =
        inside ? List.of(pair.inline(json)) : pair.lines(lines.step(mapping, file));
    return insert(new YamlFlow.Insertion(first, String.join(line, written) + gap));
  }

  private Edit add(Mapping mapping, int after, String key, NewYaml value) {
    Optional<Edit> refusal = refusals.newKey(mapping, key);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (after >= 0 && lines.isExplicit(mapping, after)) {
      return new Edit.Impossible(EXPLICIT);
    }
    NewYaml.Pair pair = NewYaml.pair(key, value);
    Edit added =
        YamlUses.isBracket(mapping)
            ? insert(flow().insertion(mapping, after, pair))
            : addLines(mapping, after, pair.lines(lines.step(mapping, file)));
    return added instanceof Edit.Replace insertion && after >= 0
        ? insertion.ofEntry(column(mapping) + " " + key)
        : added;
  }

  /** How far to the right the entries of a mapping stand. */
  int column(Mapping mapping) {
    return lines.column(lines.start(mapping.entries().get(0).key()));
  }

  /** Puts lines behind an entry of a block mapping. */
  Edit addLines(Mapping mapping, int after, List<String> added) {
    if (after < 0 || uses.inBrackets(mapping.slice().span())) {
      return new Edit.Impossible("the mapping has no lines of its own");
    }
    int first = lines.start(mapping.entries().get(0).key());
    Entry entry = mapping.entries().get(after);
    if (mapping.slice().span().start() < first || lines.gainsLineEnd(entry.value())) {
      return new Edit.Impossible("its last text or its first key leaves no place");
    }
    return insertLines(lines.end(entry), lines.column(first), added);
  }

  /** Puts lines behind that of an offset, on which nothing but a comment may follow. */
  private Edit insertLines(int offset, int column, List<String> added) {
    int at = lines.lineEnd(offset);
    String rest = content.substring(offset, at).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      return new Edit.Impossible("more stands on the line behind which it goes");
    }
    StringBuilder inserted = new StringBuilder();
    for (String line : added) {
      inserted.append(lineEnding(at));
      inserted.append(line.isEmpty() ? "" : " ".repeat(column) + line);
    }
    return insert(new YamlFlow.Insertion(at, inserted.toString()));
  }

  /** Adds an item behind all others. */
  public Edit addItem(Sequence list, NewYaml item) {
    Optional<Edit> refusal = refusals.growth(list);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (YamlUses.isBracket(list)) {
      return insert(flow().insertion(list, item));
    }
    int dash = list.slice().span().start();
    YamlNode last = list.items().get(list.items().size() - 1);
    if (content.charAt(dash) != '-' || lines.gainsLineEnd(last)) {
      return new Edit.Impossible("its last text or its first dash leaves no place");
    }
    return insertLines(lines.end(last), lines.column(dash), NewYaml.itemLines(item, 2));
  }

  /** Adds an item before all others, the first of which is a scalar behind its dash. */
  public Edit addFirstItem(Sequence list, NewYaml item) {
    Optional<Edit> refusal = refusals.growth(list);
    YamlNode first = list.items().get(0);
    int start = first.slice().span().start();
    boolean bare = first instanceof Scalar && first.properties().isEmpty();
    if (refusal.isPresent() || !bare || first.slice().span().isEmpty()) {
      return refusal.orElse(new Edit.Impossible("its first item is no plain scalar"));
    }
    if (YamlUses.isBracket(list)) {
      return insert(new YamlFlow.Insertion(start, item.inline(json) + ", "));
    }
    int dash = lines.dash(start);
    if (dash < 0 || !lines.head(dash).isBlank() || content.substring(dash, start).contains("\n")) {
      return new Edit.Impossible("its first item does not stand behind a dash of its own line");
    }
    String next = " ".repeat(lines.column(dash)) + content.substring(dash, start);
    return insert(new YamlFlow.Insertion(start, item.inline(json) + lineEnding(start) + next));
  }

  /** Gives an entry another value: a scalar for a scalar, an alias or a missing value. */
  public Edit replaceValue(Entry entry, NewYaml value) {
    YamlNode old = entry.value();
    if (!old.slice().span().isEmpty() || !(old instanceof Scalar) || !isScalar(value)) {
      return replace(old, value);
    }
    int colon = lines.colon(entry);
    Optional<Edit> refusal = refusals.change(Span.at(colon));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean missing = old.properties().isEmpty() && colon > entry.key().slice().span().end();
    return missing
        ? insert(new YamlFlow.Insertion(colon, " " + spelled(Style.PLAIN, value, old)))
        : new Edit.Impossible("the missing value has no place of its own");
  }

  /** Puts a scalar for a scalar, in the same quotes if it has some, or for an alias. */
  public Edit replace(YamlNode old, NewYaml value) {
    if (!isScalar(value) || old.slice().span().isEmpty()) {
      return new Edit.Impossible("only a scalar takes the place of another");
    }
    Optional<Edit> refusal = refusals.change(old.slice().span());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (old.properties().tag().isPresent()) {
      return new Edit.Impossible("a tag decides what the value means");
    }
    if (old instanceof Alias) {
      return Edit.replace(old.slice(), spelled(Style.PLAIN, value, old));
    }
    if (!(old instanceof Scalar scalar)) {
      return new Edit.Impossible("only a scalar takes the place of another");
    }
    if (YamlLines.isBlock(scalar)) {
      return YamlBlocks.replace(lines, scalar, value, lineEnding(scalar.slice().span().start()));
    }
    return Edit.replace(scalar.slice(), spelled(scalar.style(), value, old));
  }

  private String spelled(Style style, NewYaml value, YamlNode place) {
    if (!(value instanceof NewYaml.Text written)) {
      return value.inline(json);
    }
    String characters = written.text();
    if (style == Style.SINGLE_QUOTED && YamlQuotes.isSingle(characters)) {
      return YamlQuotes.singleQuoted(characters);
    }
    return style == Style.PLAIN && !json
        ? YamlQuotes.text(characters, uses.inBrackets(place.slice().span()))
        : YamlQuotes.doubleQuoted(characters);
  }

  private static boolean isScalar(NewYaml value) {
    return value instanceof NewYaml.Text || value instanceof NewYaml.Plain;
  }

  /** Gives a key another name, in the same quotes. */
  public Edit renameKey(Mapping mapping, Entry entry, String name) {
    if (mapping.find(name).isPresent()) {
      return new Edit.Impossible("the key is there already");
    }
    if (!(entry.key() instanceof Scalar key) || YamlLines.isBlock(key)) {
      return new Edit.Impossible("the key is no text of one line");
    }
    return replace(key, NewYaml.text(name));
  }

  /** Removes a key with its value and the comment behind it; comments above it stay. */
  public Edit removeEntry(Mapping mapping, Entry entry) {
    int index = indexOf(mapping, entry);
    int start = lines.start(entry.key());
    int end = lines.end(entry);
    Optional<Edit> refusal = refusals.removal(new Span(start, Math.max(start, end)));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (lines.isExplicit(mapping, index)) {
      return new Edit.Impossible(EXPLICIT);
    }
    if (YamlUses.isBracket(mapping)) {
      return delete(flow().removal(mapping, index));
    }
    if (uses.inBrackets(mapping.slice().span()) || mapping.entries().size() == 1) {
      return new Edit.Impossible("it is all that the mapping has");
    }
    Optional<Integer> next =
        index + 1 < mapping.entries().size()
            ? Optional.of(lines.start(mapping.entries().get(index + 1).key()))
            : Optional.empty();
    Optional<YamlNode> before =
        index > 0 ? Optional.of(mapping.entries().get(index - 1).value()) : Optional.empty();
    return removeBlock(start, end, next, before);
  }

  /** Removes an item of a list with its dash and the comment behind it; comments above it stay. */
  public Edit removeItem(Sequence list, YamlNode item) {
    int index = YamlFlow.indexOf(list, item);
    int start = lines.start(item);
    Optional<Edit> refusal = refusals.removal(new Span(start, Math.max(start, lines.end(item))));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (YamlUses.isBracket(list)) {
      return delete(flow().removal(list, index));
    }
    int dash = lines.dash(start);
    if (list.items().size() == 1 || dash < 0) {
      return new Edit.Impossible("it is all that the list has, or a comment hides its dash");
    }
    Optional<Integer> next = Optional.empty();
    if (index + 1 < list.items().size()) {
      int nextDash = lines.dash(lines.start(list.items().get(index + 1)));
      if (nextDash < 0) {
        return new Edit.Impossible("a comment hides the next dash");
      }
      next = Optional.of(nextDash);
    }
    Optional<YamlNode> before =
        index > 0 ? Optional.of(list.items().get(index - 1)) : Optional.empty();
    return removeBlock(dash, Math.max(lines.end(item), dash + 1), next, before);
  }

  private Edit removeBlock(int start, int end, Optional<Integer> next, Optional<YamlNode> before) {
    int lineEnd = lines.lineEnd(end);
    String rest = content.substring(end, lineEnd).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      return new Edit.Impossible("more stands on its last line");
    }
    if (lines.head(start).isBlank()) {
      Span whole = lines.wholeLines(start, end);
      if (before.isPresent() && lines.wouldKeepMore(before.get(), whole.end())) {
        return new Edit.Impossible("the text before it would take the blank lines behind it");
      }
      boolean kept = before.isPresent() && YamlLines.isBlock(YamlLines.last(before.get()));
      if (whole.end() == content.length() && !content.endsWith("\n") && !kept) {
        whole = lines.fromLineEndBefore(whole); // the file stays without a line ending at its end
      }
      return delete(Optional.of(whole));
    }
    if (next.isEmpty() || !lines.isDashes(start)) {
      return new Edit.Impossible("more stands before it on its line");
    }
    if (!content.substring(lineEnd, next.get()).isBlank()) {
      return new Edit.Impossible("a comment behind it would be lost");
    }
    return delete(Optional.of(new Span(start, next.get())));
  }

  /**
   * Moves an entry with all that is in it, comments too, behind those of another mapping, as far to
   * the right as they are.
   *
   * @param target the edits of the file in which {@code to} stands
   * @return the removal and the insertion
   */
  public List<Edit> moveEntry(Mapping from, Entry entry, YamlEdits target, Mapping to) {
    int start = lines.start(entry.key());
    Span range = new Span(start, lines.lineEnd(lines.end(entry)));
    String key = entry.key() instanceof Scalar scalar ? scalar.text() : "";
    Optional<Edit> refusal = target.refusals.newKey(to, key);
    if (refusal.isEmpty() && uses.neededInside(range).isPresent()) {
      refusal = Optional.of(new Edit.Impossible("it has an alias of what does not move along"));
    }
    if (refusal.isEmpty() && target.sharesAnchor(uses.anchors(range))) {
      refusal = Optional.of(new Edit.Impossible("the other file has an anchor of the same name"));
    }
    boolean block = !YamlUses.isBracket(from) && !YamlUses.isBracket(to);
    boolean inside = target.text.equals(text) && range.overlaps(to.slice().span());
    if (refusal.isEmpty() && (!block || inside || lines.gainsLineEnd(entry.value()))) {
      refusal = Optional.of(new Edit.Impossible("it has no lines that can move there"));
    }
    if (refusal.isPresent()) {
      return List.of(refusal.get());
    }
    List<String> moved = lines.dedented(range);
    return List.of(removeEntry(from, entry), target.addLines(to, to.entries().size() - 1, moved));
  }

  private boolean sharesAnchor(List<String> names) {
    for (String name : uses.anchors(new Span(0, content.length()))) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private YamlFlow flow() {
    return new YamlFlow(text, lines, json);
  }

  private String lineEnding(int offset) {
    return text.host().lineEndingAt(text.toHost(Span.at(offset)).start());
  }

  private Edit insert(YamlFlow.Insertion insertion) {
    return Edit.replace(new Slice(text, Span.at(insertion.at())), insertion.text());
  }

  private Edit delete(Optional<Span> span) {
    return span.isPresent()
        ? Edit.delete(new Slice(text, span.get()))
        : new Edit.Impossible("a comment would be lost, or it has no place of its own");
  }

  private static int indexOf(Mapping mapping, Entry entry) {
    List<Entry> entries = mapping.entries();
    int start = entry.key().slice().span().start();
    int from = 0;
    int to = entries.size();
    while (from < to) {
      int middle = (from + to) / 2;
      int other = entries.get(middle).key().slice().span().start();
      if (other == start) {
        return middle;
      }
      from = other < start ? middle + 1 : from;
      to = other < start ? to : middle;
    }
    return -1;
  }
}
