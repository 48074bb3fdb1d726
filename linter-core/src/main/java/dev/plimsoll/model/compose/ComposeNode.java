package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of what a Compose file says once aliases, merge keys and variables are replaced. It is
 * never changed: merging makes new nodes, whose leaves still tell where they were written.
 */
public sealed interface ComposeNode {

  /** Where it stands; what several places made together, where the last of them stands. */
  Slice slice();

  /** How messages call it: "a list". */
  String kind();

  /** Whether Compose makes the same of both, wherever they stand. */
  default boolean saysLike(ComposeNode other) {
    return Same.MERGED.nodes(this, other);
  }

  /** What YAML reads an unquoted scalar as, or what Compose casts a variable's text to. */
  enum Type {
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT,
    STRING
  }

  /**
   * A scalar.
   *
   * @param written as YAML decodes it, variables and escaped dollar signs in it
   * @param text what Compose makes of it where nothing but the project's .env is set: a variable
   *     that is not set there and has no default is empty; a number in the decimal notation of Go's
   *     {@code %v}
   * @param value what is known of it, wherever variables come from
   */
  record Scalar(Slice slice, String written, String text, Type type, Value value)
      implements ComposeNode {

    /** One that is not as it is written, or in which no variable stands. */
    public Scalar(Slice slice, String text, Type type, Value value) {
      this(slice, text, text, type, value);
    }

    /** One that no variable is in. */
    static Scalar of(Slice slice, String text, Type type) {
      return new Scalar(slice, text, type, new Value.Known(text, slice));
    }

    /** Its text, where it says something and no variable can change it. */
    public Optional<String> fixed() {
      return value instanceof Value.Known && type != Type.NULL && !text.isEmpty()
          ? Optional.of(text)
          : Optional.empty();
    }

    /** What stands between two offsets of its text: a part of a short form. */
    public Scalar part(int from, int to) {
      return new Cuts(this).part(from, to);
    }

    /** What is surely there, or what is there where nothing sets its variables. */
    public Optional<String> known() {
      return value.alternatives().get(0) instanceof Value.Known known
          ? Optional.of(known.text())
          : Optional.empty();
    }

    @Override
    public String kind() {
      return switch (type) {
        case NULL -> "nothing";
        case BOOLEAN -> "a boolean";
        case INTEGER, FLOAT -> "a number";
        case STRING -> "a text";
      };
    }
  }

  /** A list. */
  record Items(Slice slice, List<ComposeNode> items) implements ComposeNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order of the text. */
  record Table(Slice slice, Map<String, Member> members) implements ComposeNode {
    public Table {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The value of a key; nothing where the key is not there. */
    public Optional<ComposeNode> find(String key) {
      Member member = members.get(key);
      return member == null ? Optional.empty() : Optional.of(member.value());
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /**
   * A key's place and its value.
   *
   * @param key the key as written; for one that Compose adds or reads out of a short form, what it
   *     was made from
   */
  record Member(Slice key, ComposeNode value) {}
}
