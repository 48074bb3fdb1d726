package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.InstructionNames;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Makes one typed instruction from its parts, and says why BuildKit would refuse it. Source:
 * BuildKit, {@code parser/line_parsers.go} and {@code instructions/parse.go}.
 */
final class InstructionReader {

  private final Head head;
  private final Slice whole;
  private final List<Heredoc> heredocs;
  private final char escape;
  private final List<Problem> problems;

  /**
   * One instruction to read.
   *
   * @param whole its place in the file, heredocs included
   */
  InstructionReader(
      Head head, Slice whole, List<Heredoc> heredocs, char escape, List<Problem> problems) {
    this.head = head;
    this.whole = whole;
    this.heredocs = heredocs;
    this.escape = escape;
    this.problems = problems;
  }

  Instruction read() {
    Optional<FlagKind.Fault> fault = faultOfFlags();
    if (fault.isPresent()) {
      return refuse(fault.get().flag().slice(), fault.get().message());
    }
    return switch (head.name()) {
      case "FROM" -> from();
      case "RUN" -> run();
      case "COPY", "ADD" -> new CopyReader(this, head, heredocs).read();
      case "ENV", "LABEL", "ARG" -> new PairReader(this, head, escape).read();
      case "CMD", "ENTRYPOINT", "SHELL", "HEALTHCHECK" -> new StartReader(this, head).read();
      case "EXPOSE", "VOLUME" -> list();
      case "USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER" -> single();
      case "ONBUILD" -> onbuild();
      default -> new Instruction.Unknown(whole, head.keyword(), head.flags(), head.arguments());
    };
  }

  /** Unknown instructions may carry any flag, and {@code HEALTHCHECK NONE} too. */
  private Optional<FlagKind.Fault> faultOfFlags() {
    if (head.flags().isEmpty() || !InstructionNames.ALL.contains(head.name())) {
      return Optional.empty();
    }
    boolean none =
        head.name().equals("HEALTHCHECK") && head.arguments().text().equalsIgnoreCase("NONE");
    return none ? Optional.empty() : FlagKind.firstFault(head.name(), head.flags());
  }

  Slice whole() {
    return whole;
  }

  /**
   * Keeps an instruction that BuildKit would refuse, with the reason; {@code %s} is its keyword.
   */
  Instruction refuse(Slice culprit, String message) {
    Slice at = culprit.span().isEmpty() ? head.keyword().slice() : culprit;
    problems.add(new Problem(Problem.Kind.SYNTAX, at, message.replace("%s", head.name())));
    return new Instruction.Refused(whole, head.keyword(), head.flags(), head.arguments());
  }

  Instruction refuse(String message) {
    return refuse(head.arguments(), message);
  }

  private Instruction from() {
    List<Word> words = Words.separated(head.arguments());
    boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("AS");
    if (words.size() != 1 && !named) {
      return refuse("FROM takes an image, or an image AS a stage name");
    }
    Optional<Word> stage = named ? Optional.of(words.get(2)) : Optional.empty();
    if (named && !isStageName(words.get(2).text())) {
      return refuse(
          words.get(2).slice(),
          "a stage name begins with a letter and holds letters, digits, dashes, dots and"
              + " underscores");
    }
    return new Instruction.From(whole, head.keyword(), head.flags(), words.get(0), stage);
  }

  private static boolean isStageName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || ((c < '0' || c > '9') && c != '-' && c != '_' && c != '.'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private Instruction run() {
    Optional<CommandLine> command = commandLine(head.arguments());
    if (command.isEmpty()) {
      return refuse(ONLY_STRINGS);
    }
    for (Flag flag : head.flags()) {
      Optional<String> fault = faultOfMount(flag);
      if (fault.isPresent()) {
        return refuse(flag.slice(), fault.get());
      }
    }
    return new Instruction.Run(whole, head.keyword(), head.flags(), command.get(), heredocs);
  }

  /** What is refused before variables are known; all else of a mount waits for them. */
  private static Optional<String> faultOfMount(Flag flag) {
    if (!flag.name().text().equals("mount")) {
      return Optional.empty();
    }
    MountFields fields = flag.mountFields();
    if (!fields.wellFormed()) {
      return Optional.of("--mount takes comma-separated fields: a quote in one is never closed");
    }
    for (MountFields.Field field : fields.fields()) {
      String value = field.value().isPresent() ? field.value().get().text() : "";
      int dollar = value.indexOf('$');
      if (field.name().equals("from") && dollar >= 0 && dollar < value.length() - 1) {
        return Optional.of("from= takes no variable: name a stage after the image and mount that");
      }
    }
    return Optional.empty();
  }

  static final String ONLY_STRINGS = "a JSON array of %s holds strings only: put each in quotes";

  /** Shell or exec form; empty for a JSON array of other things than strings. */
  static Optional<CommandLine> commandLine(Slice arguments) {
    JsonArray array = JsonArray.of(arguments);
    if (array instanceof JsonArray.Strings strings) {
      return Optional.of(new CommandLine.ExecForm(arguments, strings.words()));
    }
    return array instanceof JsonArray.OtherThanStrings
        ? Optional.empty()
        : Optional.of(new CommandLine.ShellForm(arguments));
  }

  /** Words of the JSON form, or those between blanks; empty for an array of other things. */
  static Optional<List<Word>> words(Slice arguments) {
    JsonArray array = JsonArray.of(arguments);
    if (array instanceof JsonArray.Strings strings) {
      return Optional.of(strings.words());
    }
    return array instanceof JsonArray.OtherThanStrings
        ? Optional.empty()
        : Optional.of(Words.separated(arguments));
  }

  private Instruction list() {
    if (head.name().equals("EXPOSE")) {
      List<Word> ports = Words.separated(head.arguments());
      return ports.isEmpty()
          ? refuse("%s needs an argument")
          : new Instruction.Expose(whole, head.keyword(), ports);
    }
    Optional<List<Word>> paths = words(head.arguments());
    if (paths.isEmpty()) {
      return refuse(ONLY_STRINGS);
    }
    if (paths.get().isEmpty()) {
      return refuse("%s needs an argument");
    }
    for (Word path : paths.get()) {
      if (path.text().isBlank()) {
        return refuse("VOLUME takes no empty path");
      }
    }
    return new Instruction.Volume(whole, head.keyword(), paths.get());
  }

  private Instruction single() {
    if (head.arguments().span().isEmpty()) {
      return refuse("%s needs an argument");
    }
    Word word = new Word(head.arguments());
    return switch (head.name()) {
      case "USER" -> new Instruction.User(whole, head.keyword(), word);
      case "WORKDIR" -> new Instruction.Workdir(whole, head.keyword(), word);
      case "STOPSIGNAL" -> new Instruction.StopSignal(whole, head.keyword(), head.flags(), word);
      default -> new Instruction.Maintainer(whole, head.keyword(), word);
    };
  }

  private Instruction onbuild() {
    Optional<Head> trigger = head.trigger();
    if (trigger.isEmpty()) {
      return refuse("%s needs an instruction");
    }
    String name = trigger.get().name();
    if (name.equals("ONBUILD") || name.equals("FROM") || name.equals("MAINTAINER")) {
      return refuse(trigger.get().keyword().slice(), "ONBUILD takes any instruction but " + name);
    }
    Slice place = heredocs.isEmpty() ? trigger.get().slice() : whole.part(triggerStart(), end());
    return new Instruction.Onbuild(
        whole,
        head.keyword(),
        new InstructionReader(trigger.get(), place, heredocs, escape, problems).read());
  }

  private int triggerStart() {
    Slice keyword = head.trigger().orElseThrow().keyword().slice();
    return keyword.place().span().start() - whole.span().start();
  }

  private int end() {
    return whole.text().length();
  }
}
