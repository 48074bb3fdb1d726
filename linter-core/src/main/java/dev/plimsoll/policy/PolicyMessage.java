package dev.plimsoll.policy;

import dev.plimsoll.rule.Message;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of the user's own, in which {@code {value}} and the like stand for what is found. A
 * percent sign that the user wrote is no place for an argument.
 */
public final class PolicyMessage {

  /** What may stand in braces. */
  public static final List<String> PLACEHOLDERS = List.of("value", "name", "path", "reason");

  /** What is said where the user says nothing. */
  public static final PolicyMessage DEFAULT = new PolicyMessage("{name} {reason}");

  private final List<String> parts = new ArrayList<>();

  private PolicyMessage(String text) {
    String line = OneLine.of(text);
    int from = 0;
    int open = line.indexOf('{');
    while (open >= 0) {
      int close = line.indexOf('}', open);
      if (close > 0 && PLACEHOLDERS.contains(line.substring(open + 1, close))) {
        add(line.substring(from, open));
        parts.add(line.substring(open, close + 1));
        from = close + 1;
      }
      open = line.indexOf('{', Math.max(from, open + 1));
    }
    add(line.substring(from));
  }

  private void add(String words) {
    if (!words.isEmpty()) {
      parts.add(words);
    }
  }

  public static PolicyMessage of(String text) {
    return new PolicyMessage(text);
  }

  /** What is wrong with a message: a word in braces that may be none of ours. */
  public static Optional<String> fault(String text) {
    int open = text.indexOf('{');
    while (open >= 0) {
      int close = text.indexOf('}', open);
      String word = close < 0 ? "" : text.substring(open + 1, close);
      Optional<String> meant = NearestName.of(word, PLACEHOLDERS);
      if (!PLACEHOLDERS.contains(word) && meant.isPresent()) {
        return Optional.of(
            "there is no placeholder {" + word + "} (did you mean {" + meant.get() + "}?)");
      }
      open = text.indexOf('{', open + 1);
    }
    return Optional.empty();
  }

  Message fill(Object name, Object value, String path, Message reason) {
    StringBuilder template = new StringBuilder();
    List<Object> arguments = new ArrayList<>();
    for (String part : parts) {
      switch (part) {
        case "{name}" -> add(name, template, arguments);
        case "{value}" -> add(value, template, arguments);
        case "{path}" -> add(path, template, arguments);
        case "{reason}" -> add(reason, template, arguments);
        default -> add(part, template, arguments);
      }
    }
    return new Message(template.toString(), arguments);
  }

  private static void add(Message reason, StringBuilder template, List<Object> arguments) {
    String said = reason.template();
    int from = 0;
    for (Object argument : reason.arguments()) {
      int hole = said.indexOf("%s", from);
      template.append(said, from, hole);
      add(argument, template, arguments);
      from = hole + 2;
    }
    template.append(said.substring(from));
  }

  /** Plain words become a part of the template, which tells findings at one place apart. */
  private static void add(Object argument, StringBuilder template, List<Object> arguments) {
    if (argument instanceof String word && word.indexOf('%') < 0) {
      template.append(word);
    } else {
      template.append("%s");
      arguments.add(argument);
    }
  }
}
