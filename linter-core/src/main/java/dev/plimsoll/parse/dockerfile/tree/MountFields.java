package dev.plimsoll.parse.dockerfile.tree;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of {@code --mount} and {@code --device}: one CSV record, RFC 4180, of {@code key} or
 * {@code key=value} fields. Source: BuildKit, {@code instructions/commands_runmount.go}.
 *
 * @param wellFormed whether the record can be read to its end: no stray quote
 */
public record MountFields(List<Field> fields, boolean wellFormed) {

  /** No field at all. */
  static final MountFields NONE = new MountFields(List.of(), true);

  public MountFields {
    fields = List.copyOf(fields);
  }

  /** One field; a quoted one stands without its quotes. */
  public record Field(Word key, Optional<Word> value) {

    /** The key in lower case: the builder takes it in any. */
    public String name() {
      return key.text().toLowerCase(Locale.ROOT);
    }
  }

  /** The last field of any of these names, given in lower case; later fields win. */
  public Optional<Field> last(List<String> names) {
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (names.contains(fields.get(i).name())) {
        return Optional.of(fields.get(i));
      }
    }
    return Optional.empty();
  }

  static MountFields of(Word word) {
    Slice slice = word.slice();
    String text = slice.text();
    List<Field> fields = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int start = quoted ? at + 1 : at;
      int end = quoted ? closingQuote(text, start) : comma(text, start);
      boolean endsField = end >= 0 && (!quoted || comma(text, end) == end + 1);
      if (!endsField || (!quoted && text.substring(start, end).indexOf('"') >= 0)) {
        return new MountFields(fields, false);
      }
      fields.add(field(slice.part(start, end)));
      at = (quoted ? end + 1 : end) + 1;
    }
    return new MountFields(fields, true);
  }

  /** A doubled quote stands for one and does not close; -1 if none closes. */
  private static int closingQuote(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static int comma(String text, int from) {
    int comma = text.indexOf(',', from);
    return comma < 0 ? text.length() : comma;
  }

  private static Field field(Slice slice) {
    String text = slice.text();
    int equals = text.indexOf('=');
    return equals < 0
        ? new Field(new Word(slice), Optional.empty())
        : new Field(
            new Word(slice.part(0, equals)),
            Optional.of(new Word(slice.part(equals + 1, text.length()))));
  }
}
