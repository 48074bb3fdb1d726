package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ENV, LABEL and ARG. */
final class PairReader {

  private final InstructionReader instruction;
  private final Head head;
  private final char escape;

  PairReader(InstructionReader instruction, Head head, char escape) {
    this.instruction = instruction;
    this.head = head;
    this.escape = escape;
  }

  Instruction read() {
    List<Word> words = Words.quoted(head.arguments(), escape);
    if (head.name().equals("ARG")) {
      return arg(words);
    }
    if (words.isEmpty()) {
      return instruction.refuse("%s needs a name and a value");
    }
    return words.get(0).text().indexOf('=') < 0 ? legacy() : pairs(words);
  }

  private Instruction pairs(List<Word> words) {
    List<Pair> pairs = new ArrayList<>();
    for (Word word : words) {
      int equals = word.text().indexOf('=');
      if (equals < 0) {
        return instruction.refuse(
            word.slice(), "%s takes name=value: this word has no equals sign");
      }
      if (equals == 0) {
        return instruction.refuse(word.slice(), "%s needs a name before the equals sign");
      }
      pairs.add(new Pair(before(word, equals), after(word, equals)));
    }
    return new Instruction.Pairs(instruction.whole(), head.keyword(), pairs);
  }

  private static Word before(Word word, int equals) {
    return new Word(word.slice().part(0, equals));
  }

  private static Word after(Word word, int equals) {
    return new Word(word.slice().part(equals + 1, word.text().length()));
  }

  private Instruction legacy() {
    Slice rest = head.arguments();
    String text = rest.text();
    int name = Blanks.toSeparator(text, 0);
    int value = Blanks.skipSeparators(text, name);
    if (value == text.length()) {
      return instruction.refuse("%s needs a name and a value");
    }
    Pair pair = new Pair(new Word(rest.part(0, name)), new Word(rest.part(value, text.length())));
    return new Instruction.LegacyPair(
        instruction.whole(), head.keyword(), pair, rest.part(name, value));
  }

  private Instruction arg(List<Word> words) {
    if (words.isEmpty()) {
      return instruction.refuse("%s needs a name");
    }
    List<Instruction.Arg.Definition> definitions = new ArrayList<>();
    for (Word word : words) {
      int equals = word.text().indexOf('=');
      if (equals == 0) {
        return instruction.refuse(word.slice(), "%s needs a name before the equals sign");
      }
      definitions.add(
          equals < 0
              ? new Instruction.Arg.Definition(word, Optional.empty())
              : new Instruction.Arg.Definition(
                  before(word, equals), Optional.of(after(word, equals))));
    }
    return new Instruction.Arg(instruction.whole(), head.keyword(), head.flags(), definitions);
  }
}
