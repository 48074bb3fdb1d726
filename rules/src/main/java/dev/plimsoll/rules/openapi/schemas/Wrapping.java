package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a value under a key {@code value}. */
final class Wrapping {

  private static final int STEP = 2;

  private final Slice key;
  private final YamlNode value;
  private final OpenApiFile file;
  private final String content;

  private Wrapping(Scalar key, YamlNode value, OpenApiFile file) {
    this.key = key.slice();
    this.value = value;
    this.file = file;
    this.content = file.source().content();
  }

  /** The fix that does so; nothing where it cannot be written well. */
  static Optional<Fix> of(Scalar key, YamlNode value, OpenApiFile file, Anchor anchor) {
    if (!value.properties().isEmpty() || value.slice().span().isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new Wrapping(key, value, file).edits();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.unsafe("Put it under value", edits.toArray(new Edit[0]))
                .declaring(ModelChange.of(ModelChange.Kind.CHANGE, file.name(), anchor))
                .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))
                .declaring(
                    ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor.child("value"))));
  }

  private List<Edit> edits() {
    Slice slice = value.slice();
    boolean isLong = slice.text().indexOf('\n') >= 0;
    char first = slice.text().charAt(0);
    if (isLong && value instanceof Scalar scalar && scalar.style() == Style.PLAIN) {
      return List.of();
    }
    if (file.isJson()) {
      return isLong ? spread() : around("{\"value\": ");
    }
    if (value instanceof Scalar scalar && !isLong) {
      boolean isPlain =
          scalar.style() == Style.PLAIN && CoreSchema.type(scalar) == CoreSchema.Type.TEXT;
      NewYaml item = isPlain ? NewYaml.text(scalar.text()) : NewYaml.plain(slice.text());
      NewYaml wrapped = NewYaml.mapping(NewYaml.pair("value", item));
      return List.of(Edit.replace(slice, wrapped.inline(false)));
    }
    if (first == '{' || first == '[') {
      return around("{value: ");
    }
    return block();
  }

  private List<Edit> around(String head) {
    return List.of(Edit.insertBefore(value.slice(), head), Edit.insertAfter(value.slice(), "}"));
  }

  /** JSON over several lines. */
  private List<Edit> spread() {
    int indentation = column(key.span().start());
    String own = lineEnding() + " ".repeat(indentation);
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insertBefore(value.slice(), "{" + own + " ".repeat(STEP) + "\"value\": "));
    indent(edits);
    edits.add(Edit.insertAfter(value.slice(), own + "}"));
    return edits;
  }

  private List<Edit> block() {
    int keyColumn = column(key.span().start());
    int opening = value.slice().span().start();
    boolean isOnLine = content.substring(key.span().end(), opening).indexOf('\n') < 0;
    List<Edit> edits = new ArrayList<>();
    if (isOnLine && value instanceof Scalar) {
      String indentation = " ".repeat(keyColumn + STEP);
      Slice gap = new Slice(file.source(), new Span(key.span().end(), opening));
      edits.add(Edit.replace(gap, ":" + lineEnding() + indentation + "value: "));
    } else if (!isOnLine && column(opening) > keyColumn) {
      String indentation = " ".repeat(column(opening) + STEP);
      edits.add(Edit.insertBefore(value.slice(), "value:" + lineEnding() + indentation));
    } else {
      return List.of();
    }
    indent(edits);
    return edits;
  }

  /** Moves all lines of the value but the first to the right. */
  private void indent(List<Edit> edits) {
    int end = value.slice().span().end();
    int at = content.indexOf('\n', value.slice().span().start()) + 1;
    while (at > 0 && at < end) {
      if (content.charAt(at) != '\n' && content.charAt(at) != '\r') {
        edits.add(Edit.replace(new Slice(file.source(), Span.at(at)), " ".repeat(STEP)));
      }
      at = content.indexOf('\n', at) + 1;
    }
  }

  private String lineEnding() {
    return file.source().lineEndingAt(key.span().start());
  }

  /** How far its line is indented. */
  private int column(int offset) {
    int start = content.lastIndexOf('\n', offset - 1) + 1;
    int at = start;
    while (at < offset && content.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }
}
