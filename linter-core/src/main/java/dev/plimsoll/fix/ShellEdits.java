package dev.plimsoll.fix;

import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The named edits of a shell script; each keeps the comments and the layout around it. */
public final class ShellEdits {

  private ShellEdits() {}

  /** Deletes a word and the blanks before it; with its line where a continued one has no other. */
  public static Edit deleteWord(Slice word) {
    Optional<Edit> line = deleteContinuedLine(word);
    if (line.isPresent()) {
      return line.get();
    }
    String content = word.source().content();
    int start = word.span().start();
    while (start > 0 && isBlank(content.charAt(start - 1))) {
      start--;
    }
    Slice wide = new Slice(word.source(), new Span(start, word.span().end()));
    return wide.replace("").isPresent() ? Edit.delete(wide) : Edit.delete(word);
  }

  private static Optional<Edit> deleteContinuedLine(Slice word) {
    if (word.replace("").isEmpty()) {
      return Optional.empty();
    }
    String content = word.source().host().content();
    Span span = word.source().toHost(word.span());
    int begin = content.lastIndexOf('\n', span.start() - 1) + 1;
    int newline = content.indexOf('\n', span.end());
    int end = newline < 0 ? content.length() : newline;
    if (begin == 0 || !content.substring(begin, span.start()).isBlank()) {
      return Optional.empty();
    }
    String rest = content.substring(span.end(), end).strip();
    String file = word.source().host().name();
    if (rest.equals("\\")) {
      return Optional.of(new Edit.Replace(file, new Span(begin, end + 1), ""));
    }
    int before = content.lastIndexOf('\n', begin - 2) + 1;
    String line = content.substring(before, begin).stripTrailing();
    boolean last = rest.isEmpty() && line.endsWith("\\") && !line.stripLeading().startsWith("#");
    int kept = before + line.length() - 1;
    while (last && kept > before && isBlank(content.charAt(kept - 1))) {
      kept--;
    }
    return last && kept > before
        ? Optional.of(new Edit.Replace(file, new Span(kept, span.end()), ""))
        : Optional.empty();
  }

  /**
   * Deletes a command from the list it stands in, with the operator that joins it to its neighbour;
   * one that stands alone goes with its line.
   *
   * @param command the whole command; {@link Edit.Impossible} where it is a part of a pipeline, the
   *     only command of its script or block, or where a comment would be lost
   */
  public static Edit deleteCommand(ScriptTree tree, Slice command) {
    Optional<Seat> found = seat(tree.body(), command);
    if (found.isEmpty()) {
      return new Edit.Impossible("the command is no link of a list");
    }
    Seat seat = found.get();
    List<Chain.Link> links = seat.chain().links();
    if (links.size() == 1) {
      return deleteChain(seat);
    }
    int at = seat.link();
    if (at > 0 && at + 1 < links.size() && !sameOperator(links.get(at), links.get(at + 1))) {
      return new Edit.Impossible("it decides whether what follows runs");
    }
    Slice gone =
        at == 0
            ? command.start().to(links.get(1).pipeline().slice().start())
            : links.get(at - 1).pipeline().slice().end().to(command.end());
    return deleteInHost(gone);
  }

  /**
   * Puts words right after another of its command.
   *
   * @param text one word or several, without a character that a shell or JSON would see anything in
   */
  public static Edit insertWordAfter(ShellWord word, String text) {
    if (!word.isVerbatim()) {
      return Edit.insertAfter(word.slice(), " " + text);
    }
    Slice slice = word.slice();
    int end = slice.source().toHost(slice.span()).end();
    String host = slice.source().host().content();
    return slice.text().isEmpty() || !endsStringOfList(host, end)
        ? new Edit.Impossible("the word is no string of a list")
        : new Edit.Replace(
            slice.source().host().name(), Span.at(end), "\", \"" + text.replace(" ", "\", \""));
  }

  /** Whether a string of JSON ends here: no list of words without a comma has one. */
  private static boolean endsStringOfList(String host, int end) {
    int at = end + 1;
    while (at < host.length() && " \t".indexOf(host.charAt(at)) >= 0) {
      at++;
    }
    return at < host.length() && host.charAt(end) == '"' && ",]".indexOf(host.charAt(at)) >= 0;
  }

  /**
   * Puts a command right after another of the same list, joined by {@code &&} and laid out as the
   * list is.
   *
   * @param command a whole command; {@link Edit.Impossible} where it is a part of a pipeline
   */
  public static Edit insertCommandAfter(ScriptTree tree, Slice command, String text) {
    Optional<Seat> found = seat(tree.body(), command);
    if (found.isEmpty()) {
      return new Edit.Impossible("the command is no link of a list");
    }
    List<Chain.Link> links = found.get().chain().links();
    int at = found.get().link();
    int end = command.source().toHost(command.span()).end();
    if (links.size() > 1
        && command.source().hostEdit(Span.at(command.span().end()), " ").isPresent()) {
      Slice left = links.get(at == 0 ? 0 : at - 1).pipeline().slice();
      Slice right = links.get(at == 0 ? 1 : at).pipeline().slice();
      String between = hostText(left.end().to(right.start()));
      if (between.strip().replace("\\", "").strip().equals("&&")) {
        return new Edit.Replace(command.source().host().name(), Span.at(end), between + text);
      }
    }
    return Edit.insertAfter(command, " && " + text);
  }

  /**
   * Puts a command right before another, laid out as the list that this one stands in.
   *
   * @param command a whole command; {@link Edit.Impossible} where it is a part of a pipeline, or
   *     has a prefix such as an exclamation mark
   */
  public static Edit insertCommandBefore(ScriptTree tree, Slice command, String text) {
    Optional<Seat> found = seat(tree.body(), command);
    if (found.isEmpty()
        || !found.get().chain().links().get(found.get().link()).pipeline().prefixes().isEmpty()) {
      return new Edit.Impossible("the command is no link of a list");
    }
    if (command.source().hostEdit(Span.at(command.span().start()), " ").isEmpty()) {
      return Edit.insertBefore(command, text + " && ");
    }
    int start = command.source().toHost(command.span()).start();
    return new Edit.Replace(
        command.source().host().name(), Span.at(start), text + join(found.get()));
  }

  /** What stands between a command of a list and one that is put before it. */
  private static String join(Seat seat) {
    List<Chain.Link> links = seat.chain().links();
    int at = seat.link();
    if (links.size() > 1) {
      Slice left = links.get(at == 0 ? 0 : at - 1).pipeline().slice();
      Slice right = links.get(at == 0 ? 1 : at).pipeline().slice();
      String between = hostText(left.end().to(right.start()));
      return between.strip().replace("\\", "").strip().equals("&&") ? between : " && ";
    }
    List<Chain> chains = seat.block().chains();
    int place = chains.indexOf(seat.chain());
    String between = "";
    if (place + 1 < chains.size()) {
      between = hostText(seat.chain().slice().end().to(chains.get(place + 1).slice().start()));
    } else if (place > 0) {
      between = hostText(chains.get(place - 1).slice().end().to(seat.chain().slice().start()));
    }
    String sign = between.strip().replace("\\", "").strip();
    boolean plain = between.startsWith(";") && between.indexOf('\n') == between.lastIndexOf('\n');
    boolean newLine = sign.isEmpty() && between.indexOf('\n') >= 0;
    if ((sign.equals(";") && plain) || newLine) {
      return between;
    }
    return " && ";
  }

  /** Puts a line before the one on which a command begins, as far to the right. */
  public static Edit insertLineBefore(Slice command, String line) {
    SourceText source = command.source().host();
    int start = command.place().span().start();
    int begin = source.content().lastIndexOf('\n', start - 1) + 1;
    String indent = source.content().substring(begin, start);
    return indent.isBlank()
        ? new Edit.Replace(
            source.name(), Span.at(begin), indent + line + source.lineEndingAt(start))
        : new Edit.Impossible("the command does not begin its line");
  }

  /** The link of a list that is exactly this command. */
  public static Optional<Chain.Link> link(ScriptTree tree, Slice command) {
    Optional<Seat> seat = seat(tree.body(), command);
    return seat.isEmpty()
        ? Optional.empty()
        : Optional.of(seat.get().chain().links().get(seat.get().link()));
  }

  /** Where a command stands: the chain of a block, and which link of it. */
  private record Seat(Block block, Chain chain, int link) {}

  private static Edit deleteChain(Seat seat) {
    if (seat.block().chains().size() == 1) {
      return new Edit.Impossible("nothing would be left of the list");
    }
    List<Chain> chains = seat.block().chains();
    int place = chains.indexOf(seat.chain());
    if (place > 0 && place + 1 == chains.size() && seat.chain().terminator().isEmpty()) {
      Slice last = chains.get(place - 1).slice().end().to(seat.chain().slice());
      String between =
          last.text().substring(0, last.span().length() - seat.chain().slice().span().length());
      if (between.strip().equals(";") && between.indexOf('\n') < 0) {
        return deleteInHost(last);
      }
    }
    if (place > 0 && seat.chain().terminator().isPresent()) {
      Optional<Slice> before = chains.get(place - 1).terminator();
      if (before.isPresent()) {
        Slice within = before.get().end().to(seat.chain().terminator().get());
        boolean sameLine = hostText(within).indexOf('\n') < 0;
        if (sameLine && hostText(before.get().end().to(seat.chain().slice().start())).isBlank()) {
          return deleteInHost(within);
        }
      }
    }
    Slice gone = seat.chain().slice();
    if (seat.chain().terminator().isPresent()) {
      gone = gone.to(seat.chain().terminator().get());
    }
    String content = gone.source().content();
    int start = gone.span().start();
    int end = gone.span().end();
    while (end < content.length() && isBlank(content.charAt(end))) {
      end++;
    }
    int line = start;
    while (line > 0 && isBlank(content.charAt(line - 1))) {
      line--;
    }
    boolean ownLine =
        (line == 0 || content.charAt(line - 1) == '\n')
            && end < content.length()
            && (content.charAt(end) == '\n' || content.charAt(end) == '\r');
    if (ownLine) {
      start = line;
      end = content.indexOf('\n', end) + 1;
    } else if (content.startsWith("#", end)) {
      return new Edit.Impossible("a comment would be lost");
    }
    return deleteInHost(new Slice(gone.source(), new Span(start, end)));
  }

  /** Deletes a range that may run over continued lines, though not over comments between them. */
  private static Edit deleteInHost(Slice gone) {
    String text = hostText(gone);
    for (String line : text.split("\n", -1)) {
      if (line.stripLeading().startsWith("#")) {
        return new Edit.Impossible("a comment would be lost");
      }
    }
    return new Edit.Replace(gone.source().host().name(), gone.source().toHost(gone.span()), "");
  }

  private static String hostText(Slice slice) {
    Span span = slice.source().toHost(slice.span());
    return slice.source().host().content().substring(span.start(), span.end());
  }

  private static boolean sameOperator(Chain.Link one, Chain.Link other) {
    return one.operator().isPresent()
        && other.operator().isPresent()
        && one.operator().get().text().equals(other.operator().get().text());
  }

  private static Optional<Seat> seat(Block block, Slice command) {
    for (Chain chain : block.chains()) {
      for (int i = 0; i < chain.links().size(); i++) {
        List<ShellCommand> commands = chain.links().get(i).pipeline().commands();
        for (ShellCommand each : commands) {
          if (isSame(each.slice(), command)) {
            return commands.size() == 1 ? Optional.of(new Seat(block, chain, i)) : Optional.empty();
          }
          for (Block inner : blocks(each)) {
            Optional<Seat> found = seat(inner, command);
            if (found.isPresent()) {
              return found;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // the very text: a view's offsets mean nothing in another
  private static boolean isSame(Slice one, Slice other) {
    return one.source() == other.source() && one.span().equals(other.span());
  }

  private static List<Block> blocks(ShellCommand command) {
    List<Block> blocks = new ArrayList<>();
    if (command instanceof ShellCommand.Group group) {
      blocks.add(group.body());
    } else if (command instanceof ShellCommand.Subshell subshell) {
      blocks.add(subshell.body());
    } else if (command instanceof ShellCommand.If choice) {
      for (ShellCommand.If.Branch branch : choice.branches()) {
        blocks.add(branch.condition());
        blocks.add(branch.body());
      }
      if (choice.otherwise().isPresent()) {
        blocks.add(choice.otherwise().get());
      }
    } else if (command instanceof ShellCommand.Loop loop) {
      blocks.add(loop.condition());
      blocks.add(loop.body());
    } else if (command instanceof ShellCommand.For loop) {
      blocks.add(loop.body());
    } else if (command instanceof ShellCommand.Case choice) {
      for (ShellCommand.Case.Arm arm : choice.arms()) {
        blocks.add(arm.body());
      }
    } else if (command instanceof ShellCommand.Function function) {
      blocks.addAll(blocks(function.body()));
    }
    return blocks;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
