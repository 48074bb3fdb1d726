package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from events, without recursion; puts the places right that the library blurs. */
final class TreeBuilder {

  private final Text text;
  private final CodePoints codePoints;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private final Deque<Boolean> bracketed = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();
  private boolean inDocument;
  private int reached;

  TreeBuilder(Text text, CodePoints codePoints) {
    this.text = text;
    this.codePoints = codePoints;
  }

  /** Takes an event; false if nothing after it is to be read. */
  boolean accept(Event event) {
    reached = offset(event.getEndMark());
    if (event instanceof ScalarEvent scalar) {
      add(scalar(scalar));
    } else if (event instanceof CollectionStartEvent start) {
      return open(start);
    } else if (event instanceof CollectionEndEvent) {
      close(event);
    } else if (event instanceof AliasEvent alias) {
      add(new Alias(slice(alias), alias.getAlias().getValue()));
    } else if (event instanceof DocumentStartEvent) {
      inDocument = true;
    } else if (event instanceof DocumentEndEvent) {
      endDocument();
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

  /** The tree of all that was read; what is still open ends with its last child. */
  Parsed<List<YamlDocument>> finish() {
    while (!open.isEmpty()) {
      bracketed.pop();
      add(open.pop().closed());
    }
    if (inDocument) {
      endDocument();
    }
    return new Parsed<>(documents, problems);
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
  }

  private boolean open(CollectionStartEvent event) {
    Properties properties = properties(event.getTag(), event.getAnchor());
    int from = offset(event.getStartMark());
    int start = properties.isEmpty() ? from : afterProperties(from, text.content().length());
    Slice slice = slice(start, start);
    if (open.size() == YamlReader.MAX_DEPTH) {
      String message = "nested deeper than " + YamlReader.MAX_DEPTH + " levels: the rest is unread";
      problems.add(new Problem(Problem.Kind.LIMIT, slice, message));
      return false;
    }
    bracketed.push(event.isFlow());
    open.push(
        event instanceof MappingStartEvent
            ? new OpenNode.Entries(slice, properties)
            : new OpenNode.Items(slice, properties));
    return true;
  }

  private void close(Event end) {
    OpenNode node = open.pop();
    // The pair in [a: b] is a flow mapping without a bracket of its own: its end has no length.
    boolean bracket = bracketed.pop() && !slice(end).span().isEmpty();
    add(bracket ? node.closedBy(slice(end)) : node.closed());
  }

  private void add(YamlNode node) {
    OpenNode parent = open.peek();
    if (parent == null) {
      root = Optional.of(node);
      return;
    }
    parent.add(node);
    if (parent instanceof OpenNode.Entries entries) {
      Optional<Slice> first = entries.firstOfWaitingKey();
      if (first.isPresent()) {
        problems.add(duplicate(node, first.get()));
      }
    }
  }

  private static Problem duplicate(YamlNode key, Slice first) {
    Position position = first.source().host().lines().position(first.place().span().start());
    return new Problem(
        Problem.Kind.SYNTAX,
        key.slice(),
        "the key \"" + key.slice().text() + "\" is already in line " + position.line());
  }

  private Scalar scalar(ScalarEvent event) {
    Properties properties = properties(event.getTag(), event.getAnchor());
    int start = offset(event.getStartMark());
    int end = offset(event.getEndMark());
    if (!properties.isEmpty()) {
      start = afterProperties(start, end);
    }
    Style style = style(event.getScalarStyle());
    if (style == Style.LITERAL || style == Style.FOLDED) {
      end = withoutBlankLines(start, end);
    }
    Slice slice = slice(start, end);
    boolean missing = start == end && style == Style.PLAIN && properties.isEmpty();
    return new Scalar(missing ? missing(slice) : slice, event.getValue(), style, properties);
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

  /** The first offset after tags, anchors, and the blanks and comments behind them. */
  private int afterProperties(int from, int end) {
    String content = text.content();
    int at = from;
    while (at < end) {
      char c = content.charAt(at);
      if (c == '!' || c == '&') {
        at = endOfWord(at, end);
      } else if (c == '#') {
        at = endOfLine(at, end);
      } else if (isBlank(c)) {
        at++;
      } else {
        return at;
      }
    }
    return end;
  }

  private int endOfWord(int from, int end) {
    int at = from;
    while (at < end && !isBlank(text.content().charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfLine(int from, int end) {
    int newline = text.content().indexOf('\n', from);
    return newline < 0 ? end : Math.min(newline, end);
  }

  private int withoutBlankLines(int start, int end) {
    int last = end;
    for (int at = end; at > start && isBlank(text.content().charAt(at - 1)); at--) {
      char c = text.content().charAt(at - 1);
      if (c == '\n' || c == '\r') {
        last = at - 1;
      }
    }
    return last;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
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
    return mark.isPresent() ? codePoints.toUtf16(mark.get().getIndex()) : reached;
  }
}
