package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COPY and ADD. */
final class CopyReader {

  private final InstructionReader instruction;
  private final Head head;
  private final List<Heredoc> heredocs;

  CopyReader(InstructionReader instruction, Head head, List<Heredoc> heredocs) {
    this.instruction = instruction;
    this.head = head;
    this.heredocs = heredocs;
  }

  Instruction read() {
    Optional<List<Word>> found = InstructionReader.words(head.arguments());
    if (found.isEmpty()) {
      return instruction.refuse(InstructionReader.ONLY_STRINGS);
    }
    List<Word> words = found.get();
    if (words.size() < 2) {
      return instruction.refuse("%s needs a source and a target");
    }
    Word target = words.get(words.size() - 1);
    if (isHeredoc(target)) {
      return instruction.refuse(target.slice(), "%s takes no heredoc as its target");
    }
    List<Word> sources = new ArrayList<>();
    for (Word word : words.subList(0, words.size() - 1)) {
      if (!isHeredoc(word)) {
        sources.add(word);
      }
    }
    return new Instruction.Copy(
        instruction.whole(), head.keyword(), head.flags(), sources, target, heredocs);
  }

  private static boolean isHeredoc(Word word) {
    return HeredocWord.of(word.text()).opens();
  }
}
