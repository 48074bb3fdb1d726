package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that a service starts with, those of its variables replaced that are known: by the
 * project's {@code .env} in what the service says itself, by the container's in what a shell reads.
 */
final class StartWords {

  private static final Set<String> BETWEEN = Set.of("&&", "||", ";", "|", "&");

  private final Map<String, Scalar> environment;
  private final List<List<StartWord>> commands = new ArrayList<>();
  private List<StartWord> open = new ArrayList<>();

  private StartWords(Map<String, Scalar> environment) {
    this.environment = environment;
  }

  /** Those of its own entrypoint and command, one list a command; none where it has neither. */
  static List<List<StartWord>> own(ComposeService service, Map<String, Scalar> environment) {
    StartWords words = new StartWords(environment);
    words.add(service.find("entrypoint"));
    words.add(service.find("command"));
    words.close();
    return words.commands;
  }

  /** Those of commands that were read. */
  static List<List<StartWord>> of(List<Command> starts, Map<String, Scalar> environment) {
    StartWords words = new StartWords(environment);
    for (Command command : starts) {
      words.add(command.name());
      for (ShellWord word : command.arguments()) {
        words.add(word);
      }
      words.close();
    }
    return words.commands;
  }

  /** Those of a text that a program takes further options from. */
  static List<StartWord> in(Scalar text) {
    StartWords words = new StartWords(Map.of());
    words.add(text);
    words.close();
    return words.commands.isEmpty() ? List.of() : words.commands.get(0);
  }

  private void close() {
    if (!open.isEmpty()) {
      commands.add(open);
      open = new ArrayList<>();
    }
  }

  private void add(ShellWord word) {
    String text = word.slice().text();
    boolean isPlain = text.indexOf('$') < 0;
    open.add(
        isPlain
            ? new StartWord(Optional.of(word.text()), word.slice())
            : new StartWord(variable(text), word.slice()));
  }

  private void add(Optional<ComposeNode> line) {
    if (line.isPresent() && line.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (item instanceof Scalar scalar) {
          add(scalar);
        }
      }
    } else if (line.isPresent() && line.get() instanceof Scalar scalar) {
      if (scalar.type() != ComposeNode.Type.NULL) {
        add(scalar);
      }
    }
  }

  /** Cut at blanks, as the shell would do it that mostly gets it. */
  private void add(Scalar scalar) {
    String text = scalar.text();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBlank(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        add(scalar, at, end);
      }
      at = end + 1;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private void add(Scalar scalar, int from, int to) {
    String text = scalar.text();
    if (BETWEEN.contains(text.substring(from, to))) {
      close();
      return;
    }
    boolean isLast = text.charAt(to - 1) == ';';
    int start = from;
    int end = isLast ? to - 1 : to;
    while (start < end && isQuote(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(text.charAt(end - 1))) {
      end--;
    }
    if (start < end && text.charAt(start) != '\\') {
      open.add(word(scalar.part(start, end)));
    }
    if (isLast) {
      close();
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private StartWord word(Scalar part) {
    Slice place = part.slice();
    Optional<String> known = part.known();
    return known.isPresent() && known.get().indexOf('$') >= 0
        ? new StartWord(variable(known.get()), place)
        : new StartWord(known, place);
  }

  /** What {@code $NAME}, {@code ${NAME}} or {@code ${NAME:-4}} says, behind {@code --option=}. */
  private Optional<String> variable(String text) {
    int dollar = text.indexOf('$');
    String before = unquoted(text.substring(0, dollar));
    String rest = unquoted(text.substring(dollar + 1));
    String byDefault = "";
    if (rest.startsWith("{") && rest.endsWith("}")) {
      rest = rest.substring(1, rest.length() - 1);
      int minus = rest.indexOf('-');
      if (minus > 0) {
        byDefault = rest.substring(minus + 1);
        rest = rest.substring(0, rest.charAt(minus - 1) == ':' ? minus - 1 : minus);
      }
    }
    for (int i = 0; i < rest.length(); i++) {
      if (!Character.isLetterOrDigit(rest.charAt(i)) && rest.charAt(i) != '_') {
        return Optional.empty();
      }
    }
    Scalar value = environment.get(rest);
    if (value != null) {
      Optional<String> known = value.known();
      return known.isEmpty() ? known : Optional.of(before + known.get());
    }
    return byDefault.isEmpty() ? Optional.empty() : Optional.of(before + byDefault);
  }

  private static String unquoted(String text) {
    return text.replace("\"", "").replace("'", "");
  }
}
