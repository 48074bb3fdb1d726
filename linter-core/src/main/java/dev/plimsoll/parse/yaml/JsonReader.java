package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) into the tree that YAML is read into: a text in quotes is a quoted scalar,
 * anything else a plain one. What stands before an error is in the tree.
 */
public final class JsonReader {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(YamlReader.MAX_DEPTH)
          .maxNameLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build();

  private final Text text;
  private final String content;
  private final char[] units; // of the text, several times as fast to go through
  private final List<Problem> problems = new ArrayList<>();
  private final SharedTexts texts = new SharedTexts();
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();

  /** A mapping or list whose end is still to come. */
  private static final class Open {
    private final int start;
    private final boolean isMapping;
    private final List<Entry> entries = new ArrayList<>();
    private final List<YamlNode> items = new ArrayList<>();
    private Optional<Scalar> key = Optional.empty();

    private Open(int start, boolean isMapping) {
      this.start = start;
      this.isMapping = isMapping;
    }
  }

  private JsonReader(Text text) {
    this.text = text;
    this.content = text.content();
    this.units = content.toCharArray();
  }

  /** Reads a text. Never throws on input. */
  public static Parsed<YamlFile> readFile(Text text) {
    return new JsonReader(text).read();
  }

  private Parsed<YamlFile> read() {
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(LIMITS).build();
    List<Slice> unread = new ArrayList<>();
    List<Slice> cut = new ArrayList<>();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), units)) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          take(token, parser);
        }
      } catch (JacksonException e) {
        int at = offset(e, parser);
        problems.add(problem(at, parser));
        unread.add(slice(at, content.length()));
        while (!open.isEmpty()) {
          cut.add(slice(open.peek().start, at));
          close(at);
        }
      }
    }
    if (problems.size() > 1) {
      problems.sort(Comparator.comparing(problem -> problem.slice().span()));
    }
    YamlDocument document = new YamlDocument(root);
    return new Parsed<>(
        new YamlFile(List.of(document), List.of(), unread, cut), List.copyOf(problems));
  }

  /** Where an error is; one about a limit does not know. */
  private int offset(JacksonException e, JsonParser parser) {
    TokenStreamLocation at = e.getLocation();
    long offset = (at == null ? parser.currentLocation() : at).getCharOffset();
    return (int) Math.max(0, Math.min(content.length(), offset));
  }

  private void take(JsonToken token, JsonParser parser) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    switch (token) {
      case START_OBJECT -> open.push(new Open(start, true));
      case START_ARRAY -> open.push(new Open(start, false));
      case END_OBJECT, END_ARRAY -> close(start + 1);
      case PROPERTY_NAME -> name(quoted(start, texts.of(parser.currentName())));
      case VALUE_STRING -> add(quoted(start, texts.of(parser.getString())));
      default -> {
        String written = parser.getString();
        add(
            new Scalar(
                slice(start, start + written.length()), written, Style.PLAIN, Properties.NONE));
      }
    }
  }

  private Scalar quoted(int start, String decoded) {
    return new Scalar(slice(start, quoteEnd(start)), decoded, Style.DOUBLE_QUOTED, Properties.NONE);
  }

  /** Behind the quote that ends a text, which the parser has read. */
  private int quoteEnd(int start) {
    int at = start + 1;
    while (units[at] != '"') {
      at += units[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private void name(Scalar key) {
    open.element().key = Optional.of(key);
  }

  private void close(int end) {
    Open node = open.pop();
    Slice slice = slice(node.start, end);
    if (node.isMapping) {
      Mapping mapping = new Mapping(slice, node.entries, Properties.NONE);
      TreeBuilder.addDuplicates(mapping, problems);
      add(mapping);
    } else {
      add(new Sequence(slice, node.items, Properties.NONE));
    }
  }

  private void add(YamlNode node) {
    Open around = open.peek();
    if (around == null) {
      if (root.isEmpty()) {
        root = Optional.of(node);
      } else {
        problems.add(
            new Problem(
                Problem.Kind.SYNTAX, node.slice().start(), "nothing may follow the first value"));
      }
    } else if (!around.isMapping) {
      around.items.add(node);
    } else if (around.key.isPresent()) {
      around.entries.add(new Entry(around.key.get(), node));
      around.key = Optional.empty();
    }
  }

  private Problem problem(int at, JsonParser parser) {
    if (open.size() >= YamlReader.MAX_DEPTH) {
      return new Problem(
          Problem.Kind.LIMIT,
          slice(at, at),
          "nested deeper than " + YamlReader.MAX_DEPTH + " levels: the rest is unread");
    }
    int end = at < content.length() && content.charAt(at) >= ' ' ? at + 1 : at;
    return new Problem(Problem.Kind.SYNTAX, slice(at, end), message(at, parser));
  }

  private String message(int at, JsonParser parser) {
    if (at >= content.length() || content.substring(at).isBlank()) {
      return open.isEmpty()
          ? "nothing stands in this file"
          : "the file ends before its last bracket is closed";
    }
    char here = content.charAt(at);
    if ((here == '}' || here == ']') && lastBefore(at) == ',') {
      return "JSON has no comma before a closing bracket";
    }
    if (here == '/' || here == '#') {
      return "JSON has no comments";
    }
    if (here == '\'') {
      return "JSON has its texts in double quotes";
    }
    return parser.currentToken() == JsonToken.PROPERTY_NAME
        ? "JSON expects a colon and a value here"
        : "JSON does not go on like this: a comma, a quote or a bracket is missing before it";
  }

  private char lastBefore(int at) {
    int before = at - 1;
    while (before > 0 && Character.isWhitespace(content.charAt(before))) {
      before--;
    }
    return before < 0 ? ' ' : content.charAt(before);
  }

  private Slice slice(int start, int end) {
    return new Slice(text, new Span(start, Math.min(end, content.length())));
  }
}
