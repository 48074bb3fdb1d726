package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What an instruction's arguments are to the JSON form; source: {@code parser/line_parsers.go}. */
sealed interface JsonArray {

  /** An array of strings to the end of the text. */
  record Strings(List<Word> words) implements JsonArray {
    public Strings {
      words = List.copyOf(words);
    }
  }

  /** A whole array that holds something else than strings: the builder refuses the file. */
  record OtherThanStrings() implements JsonArray {}

  /** No array, or none that ends with the text: the builder falls back on the shell form. */
  record None() implements JsonArray {}

  static JsonArray of(Slice arguments) {
    if (arguments.span().isEmpty()
        || arguments.source().content().charAt(arguments.span().start()) != '[') {
      return new None();
    }
    JsonStrings strings = new JsonStrings(arguments);
    if (strings.read()) {
      return new Strings(strings.words());
    }
    return strings.stoppedAtValue() && isValidArray(arguments.text())
        ? new OtherThanStrings()
        : new None();
  }

  /** Only asked where an array begins with, or has among its strings, some other value. */
  private static boolean isValidArray(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0) {
          return parser.nextToken() == null;
        }
      }
      return false;
    } catch (JacksonException e) {
      return false;
    }
  }
}
