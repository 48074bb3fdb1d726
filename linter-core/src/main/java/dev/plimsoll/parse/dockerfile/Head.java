package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction's text, parted into keyword, flags and arguments; source: BuildKit, {@code
 * parser/split_command.go}.
 *
 * @param trigger the instruction within ONBUILD
 */
record Head(Word keyword, List<Flag> flags, Slice arguments, Optional<Head> trigger) {

  Head {
    flags = List.copyOf(flags);
  }

  static Head of(Slice instruction, char escape) {
    Head head = flat(instruction, escape);
    boolean wraps = head.name().equals("ONBUILD") && !head.arguments.span().isEmpty();
    return wraps
        ? new Head(
            head.keyword, head.flags, head.arguments, Optional.of(flat(head.arguments, escape)))
        : head;
  }

  private static Head flat(Slice instruction, char escape) {
    String text = instruction.text();
    int end = Blanks.toSeparator(text, 0);
    Word keyword = new Word(instruction.part(0, end));
    Flags flags = new Flags(escape);
    Slice arguments =
        flags.takeFrom(instruction.part(Blanks.skipSeparators(text, end), text.length()));
    return new Head(keyword, flags.found(), arguments, Optional.empty());
  }

  /** The keyword in upper case. */
  String name() {
    return keyword.text().toUpperCase(Locale.ROOT);
  }

  /** From the keyword to the last argument. */
  Slice slice() {
    return keyword.slice().to(arguments.end());
  }

  /** The heredocs that it announces, or that the instruction within ONBUILD does. */
  List<HeredocWord> heredocs(Slice line) {
    Head head = trigger.orElse(this);
    return HeredocWord.announcedBy(head.name(), head.arguments, line.text());
  }
}
