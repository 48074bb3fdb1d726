package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes one typed instruction from its joined text. */
final class InstructionReader {

  private final Words words;
  private final List<Problem> problems;

  InstructionReader(char escape, List<Problem> problems) {
    this.words = new Words(escape);
    this.problems = problems;
  }

  /**
   * Reads one instruction.
   *
   * @param all its joined text, without blanks at its ends and without heredoc bodies
   * @param whole its place in the file
   */
  Instruction read(Slice all, Slice whole, List<Heredoc> heredocs) {
    String text = all.text();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    Word keyword = new Word(all.part(0, end));
    Slice rest = Words.strip(all.part(end, text.length()));
    return switch (keyword.text().toUpperCase(Locale.ROOT)) {
      case "FROM" -> from(whole, keyword, rest);
      case "RUN" -> run(whole, keyword, rest, heredocs);
      case "COPY", "ADD" -> copy(whole, keyword, rest, heredocs);
      case "ENV", "LABEL" -> pairs(whole, keyword, rest);
      case "ARG",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "HEALTHCHECK",
          "MAINTAINER",
          "ONBUILD",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR" ->
          other(whole, keyword, rest);
      default -> new Instruction.Unknown(whole, keyword, rest);
    };
  }

  private Instruction from(Slice whole, Word keyword, Slice rest) {
    List<Flag> flags = new ArrayList<>();
    List<Word> arguments = Words.blankSeparated(words.takeFlags(rest, flags));
    if (arguments.size() == 1) {
      return new Instruction.From(whole, keyword, flags, arguments.get(0), Optional.empty());
    }
    if (arguments.size() == 3 && arguments.get(1).text().equalsIgnoreCase("AS")) {
      Word stage = arguments.get(2);
      return new Instruction.From(whole, keyword, flags, arguments.get(0), Optional.of(stage));
    }
    return refuse(whole, keyword, rest, "FROM takes an image, or an image AS a stage name");
  }

  private Instruction run(Slice whole, Word keyword, Slice rest, List<Heredoc> heredocs) {
    List<Flag> flags = new ArrayList<>();
    Slice body = words.takeFlags(rest, flags);
    return body.span().isEmpty()
        ? refuse(whole, keyword, rest, "RUN needs a command")
        : new Instruction.Run(whole, keyword, flags, body, heredocs);
  }

  private Instruction copy(Slice whole, Word keyword, Slice rest, List<Heredoc> heredocs) {
    List<Flag> flags = new ArrayList<>();
    Slice body = words.takeFlags(rest, flags);
    if (body.text().startsWith("[") && body.text().indexOf('\\') >= 0) {
      return new Instruction.Other(whole, keyword, rest);
    }
    List<Word> arguments = Words.jsonStrings(body).orElseGet(() -> Words.blankSeparated(body));
    if (arguments.size() < 2) {
      return refuse(whole, keyword, rest, "%s needs a source and a target");
    }
    List<Word> sources = new ArrayList<>();
    for (Word word : arguments.subList(0, arguments.size() - 1)) {
      if (heredocs.isEmpty() || HeredocWord.of(word.text()).delimiter().isEmpty()) {
        sources.add(word);
      }
    }
    Word target = arguments.get(arguments.size() - 1);
    return new Instruction.Copy(whole, keyword, flags, sources, target, heredocs);
  }

  private Instruction pairs(Slice whole, Word keyword, Slice rest) {
    List<Word> found = words.quoted(rest);
    if (found.isEmpty()) {
      return refuse(whole, keyword, rest, "%s needs a name and a value");
    }
    if (found.get(0).text().indexOf('=') < 0) {
      return legacyPair(whole, keyword, rest);
    }
    List<Pair> pairs = new ArrayList<>();
    for (Word word : found) {
      int equals = word.text().indexOf('=');
      if (equals < 0) {
        return refuse(
            whole, keyword, word.slice(), "%s takes name=value: this word has no equals sign");
      }
      Slice slice = word.slice();
      pairs.add(
          new Pair(
              new Word(slice.part(0, equals)),
              new Word(slice.part(equals + 1, slice.text().length()))));
    }
    return new Instruction.Pairs(whole, keyword, pairs);
  }

  private Instruction legacyPair(Slice whole, Word keyword, Slice rest) {
    String text = rest.text();
    int name = 0;
    while (name < text.length() && !Character.isWhitespace(text.charAt(name))) {
      name++;
    }
    int value = name;
    while (value < text.length() && Character.isWhitespace(text.charAt(value))) {
      value++;
    }
    if (value == text.length()) {
      return refuse(whole, keyword, rest, "%s needs a name and a value");
    }
    Pair pair = new Pair(new Word(rest.part(0, name)), new Word(rest.part(value, text.length())));
    return new Instruction.LegacyPair(whole, keyword, pair, rest.part(name, value));
  }

  private Instruction other(Slice whole, Word keyword, Slice rest) {
    String name = keyword.text().toUpperCase(Locale.ROOT);
    boolean mayBeEmpty = name.equals("CMD") || name.equals("ENTRYPOINT");
    return rest.span().isEmpty() && !mayBeEmpty
        ? refuse(whole, keyword, rest, "%s needs an argument")
        : new Instruction.Other(whole, keyword, rest);
  }

  /**
   * Keeps an instruction that BuildKit would refuse, with the reason; {@code %s} is its keyword.
   */
  private Instruction refuse(Slice whole, Word keyword, Slice rest, String message) {
    Slice culprit = rest.span().isEmpty() ? keyword.slice() : rest;
    String name = keyword.text().toUpperCase(Locale.ROOT);
    problems.add(new Problem(Problem.Kind.SYNTAX, culprit, message.replace("%s", name)));
    return new Instruction.Other(whole, keyword, rest);
  }
}
