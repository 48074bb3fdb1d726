package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Repeated;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from events, without recursion; puts the places right that the library blurs. */
final class TreeBuilder {

  private final Text text;
  private final ReadableText readable;
  private final CodePoints codePoints;
  private final Gaps gaps;
  private final SharedTexts texts = new SharedTexts();
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Slice> unread = new ArrayList<>();
  private final List<Slice> cut = new ArrayList<>();
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();
  private boolean inDocument;
  private boolean rootCut;
  private boolean endMark;
  // Whether the next event comes from a new start in the midst of a document.
  private boolean resuming;
  private int refused = Integer.MAX_VALUE;
  private int base;
  private int reached;
  private Optional<Scalar> lastScalar = Optional.empty();

  TreeBuilder(Text text, ReadableText readable, CodePoints codePoints) {
    this.text = text;
    this.readable = readable;
    this.codePoints = codePoints;
    this.gaps = new Gaps(text.content());
  }

  /** Takes the number of code points before the first that the next events count. */
  void startAt(int codePoint) {
    base = codePoint;
    reached = codePoints.toUtf16(codePoint);
  }

  /** Takes an event; false if nothing after it is to be read. */
  boolean accept(Event event) {
    reached = offset(event.getEndMark());
    endMark = event instanceof DocumentEndEvent end && end.isExplicit();
    if (event instanceof DocumentStartEvent) {
      inDocument = true;
    } else if (event instanceof DocumentEndEvent) {
      endDocument();
    } else if (resuming && !open.isEmpty() && !(event instanceof StreamStartEvent)) {
      resuming = false; // the mapping that was open begins, so to say, again
      return event instanceof MappingStartEvent start && !start.isFlow();
    } else if (event instanceof ScalarEvent scalar) {
      Scalar node = scalar(scalar);
      lastScalar = Optional.of(node);
      add(node);
    } else if (event instanceof CollectionStartEvent start) {
      return open(start);
    } else if (event instanceof CollectionEndEvent) {
      close(event);
    } else if (event instanceof AliasEvent alias) {
      add(new Alias(slice(alias), alias.getAlias().getValue()));
    }
    return true;
  }

  /** The end of the last event. */
  int reached() {
    return reached;
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** The scalar that was read last. */
  Optional<Scalar> lastScalar() {
    return lastScalar;
  }

  /** Takes back a scalar, and what comes after it, if an error right behind it says it is none. */
  void refuse(Scalar scalar, int error) {
    int end = scalar.slice().span().end();
    if (end > scalar.slice().span().start() && text.content().substring(end, error).isBlank()) {
      refused = end - 1;
    }
  }

  /**
   * Whether the mark of a document's end came last, or could come here: what follows may be a
   * document without a mark of its own, which the library does not expect.
   */
  boolean isBetweenDocuments() {
    return endMark || (inDocument && open.isEmpty() && root.isEmpty());
  }

  /** Forgets the document that has but begun. */
  void leaveDocument() {
    inDocument = false;
  }

  /** Where the innermost bracket that is still open stands. */
  OptionalInt lastBracket() {
    OpenNode node = open.peek();
    return node != null && node.isFlow()
        ? OptionalInt.of(node.start().span().start())
        : OptionalInt.empty();
  }

  /** The block mapping that all of the text is; nothing where it is something else, or faulty. */
  Optional<Mapping> soleMapping() {
    return problems.isEmpty()
            && documents.size() == 1
            && documents.get(0).root().isPresent()
            && documents.get(0).root().get() instanceof Mapping mapping
            && !mapping.slice().text().startsWith("{")
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /** The file of all that was read. */
  Parsed<YamlFile> finish() {
    List<Problem> distinct = problems;
    if (problems.size() > 1) {
      problems.sort(Comparator.comparing(problem -> problem.slice().span()));
      distinct = new ArrayList<>(new LinkedHashSet<>(problems));
    }
    List<Slice> comments = CommentFinder.find(text, documents, unread);
    return new Parsed<>(new YamlFile(documents, comments, unread, cut), distinct);
  }

  /** The column of the keys with which reading can go on in this document; negative if in none. */
  int rootColumn() {
    OpenNode bottom = open.peekLast();
    if (bottom == null) {
      // A text over several lines may have swallowed the first key.
      boolean possible = root.isEmpty() || root.get().slice().text().indexOf('\n') >= 0;
      return possible && (root.isEmpty() || root.get() instanceof Scalar) ? 0 : -1;
    }
    int start = bottom.start().span().start();
    boolean block = bottom instanceof OpenNode.Entries && !bottom.isFlow();
    return block ? start - (text.content().lastIndexOf('\n', start - 1) + 1) : -1;
  }

  /** The last place at which the root had a key, or an offset if that comes later. */
  int lastRootKey(int from) {
    return open.peekLast() instanceof OpenNode.Entries entries
        ? Math.max(entries.lastKey(), from)
        : from;
  }

  /**
   * Ends what is open after an error, without what reaches behind the offset at which reading goes
   * on.
   *
   * @param from where reading began that ended in the error
   * @param mark whether another document begins there
   */
  void cut(int from, int resume, boolean mark) {
    int kept = Math.min(resume, refused);
    refused = Integer.MAX_VALUE;
    while (open.size() > (mark ? 0 : 1)) {
      OpenNode node = open.pop();
      if (node.start().span().start() < kept) {
        node.forget(kept);
        YamlNode closed = closed(node.closed());
        cut.add(closed.slice());
        add(closed);
      }
    }
    int last = from;
    if (!open.isEmpty()) {
      open.peek().forget(kept);
      last = Math.max(from, open.peek().end());
      rootCut = true;
    } else if (root.isPresent() && root.get().slice().span().end() > kept) {
      root = Optional.empty();
    } else if (root.isPresent()) {
      last = Math.max(from, root.get().slice().span().end());
    }
    last = gaps.behindComment(last);
    if (last < resume) {
      unread.add(slice(last, resume));
    }
    if (mark && inDocument) {
      endDocument();
    }
    resuming = !open.isEmpty();
  }

  /** Takes as cut what a line closed whose indentation is wrong: it may belong in there. */
  void cutLast() {
    Optional<YamlNode> last = open.isEmpty() ? Optional.empty() : open.peek().lastChild();
    while (last.isPresent()) {
      YamlNode node = last.get();
      String sign = node.slice().span().isEmpty() ? "" : node.slice().text().substring(0, 1);
      if (sign.equals("{") || sign.equals("[")) {
        return;
      }
      last = Optional.empty();
      if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        cut.add(node.slice());
        last = Optional.of(mapping.entries().get(mapping.entries().size() - 1).value());
      } else if (node instanceof Sequence list && !list.items().isEmpty()) {
        cut.add(node.slice());
        last = Optional.of(list.items().get(list.items().size() - 1));
      }
    }
  }

  private void endDocument() {
    boolean blank =
        root.isPresent()
            && root.get() instanceof Scalar scalar
            && scalar.slice().span().isEmpty()
            && scalar.properties().isEmpty();
    documents.add(new YamlDocument(blank ? Optional.empty() : root));
    root = Optional.empty();
    inDocument = false;
    rootCut = false;
  }

  private boolean open(CollectionStartEvent event) {
    Properties properties = properties(event.getTag(), event.getAnchor());
    int from = offset(event.getStartMark());
    int start = properties.isEmpty() ? from : gaps.afterProperties(from, text.content().length());
    Slice slice = slice(start, start);
    if (open.size() == YamlReader.MAX_DEPTH) {
      String message = "nested deeper than " + YamlReader.MAX_DEPTH + " levels: the rest is unread";
      problems.add(new Problem(Problem.Kind.LIMIT, slice, message));
      return false;
    }
    open.push(
        event instanceof MappingStartEvent
            ? new OpenNode.Entries(slice, properties, event.isFlow())
            : new OpenNode.Items(slice, properties, event.isFlow()));
    return true;
  }

  private void close(Event end) {
    OpenNode node = open.pop();
    // The pair in [a: b] is a flow mapping without a bracket of its own: its end is the list's.
    String sign = node instanceof OpenNode.Entries ? "}" : "]";
    boolean bracket = node.isFlow() && slice(end).text().equals(sign);
    YamlNode closed = closed(bracket ? node.closedBy(slice(end)) : node.closed());
    if (rootCut && open.isEmpty()) {
      cut.add(closed.slice());
    }
    add(closed);
  }

  private void add(YamlNode node) {
    OpenNode parent = open.peek();
    if (parent == null) {
      root = Optional.of(node);
    } else {
      parent.add(node);
    }
  }

  private YamlNode closed(YamlNode node) {
    if (node instanceof Mapping mapping) {
      addDuplicates(mapping, problems);
    }
    return node;
  }

  /** Adds a problem for each key that is written twice. */
  static void addDuplicates(Mapping mapping, List<Problem> problems) {
    for (Repeated repeated : mapping.repeated()) {
      Slice first = repeated.first().slice();
      Position position = first.source().host().lines().position(first.place().span().start());
      problems.add(
          new Problem(
              Problem.Kind.DUPLICATE_KEY,
              repeated.key().slice(),
              "the key \""
                  + repeated.key().slice().text()
                  + "\" is already in line "
                  + position.line()));
    }
  }

  private Scalar scalar(ScalarEvent event) {
    Properties properties = properties(event.getTag(), event.getAnchor());
    int start = offset(event.getStartMark());
    int end = offset(event.getEndMark());
    if (!properties.isEmpty()) {
      start = gaps.afterProperties(start, end);
    }
    Style style = style(event.getScalarStyle());
    if (style == Style.LITERAL || style == Style.FOLDED) {
      end = gaps.withoutBlankLines(start, end);
    }
    Slice slice = slice(start, end);
    boolean missing = start == end && style == Style.PLAIN && properties.isEmpty();
    return new Scalar(
        missing ? missing(slice) : slice,
        texts.of(readable.value(event.getValue(), style, start, end)),
        style,
        properties);
  }

  /** A value left out after {@code ? key} is given at the next token: it belongs to its key. */
  private Slice missing(Slice slice) {
    int start = slice.span().start();
    boolean afterSign = start > 0 && ":-?".indexOf(text.content().charAt(start - 1)) >= 0;
    OpenNode parent = open.peek();
    if (afterSign || parent == null || parent.waitingKey().isEmpty()) {
      return slice;
    }
    return parent.waitingKey().get().slice().end();
  }

  private static Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
    };
  }

  private static Properties properties(Optional<String> tag, Optional<Anchor> anchor) {
    if (tag.isEmpty() && anchor.isEmpty()) {
      return Properties.NONE;
    }
    return new Properties(
        tag, anchor.isEmpty() ? Optional.empty() : Optional.of(anchor.get().getValue()));
  }

  private Slice slice(Event event) {
    return slice(offset(event.getStartMark()), offset(event.getEndMark()));
  }

  private Slice slice(int start, int end) {
    return new Slice(text, new Span(start, end));
  }

  private int offset(Optional<Mark> mark) {
    return mark.isPresent() ? codePoints.toUtf16(mark.get().getIndex() + base) : reached;
  }
}
