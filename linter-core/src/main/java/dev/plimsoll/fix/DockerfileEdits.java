package dev.plimsoll.fix;

import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;

/**
 * The named edits of a Dockerfile; each keeps comments, continuations and everything it need not
 * touch.
 */
public final class DockerfileEdits {

  private DockerfileEdits() {}

  /**
   * {@code ENV name value} as {@code ENV name=value}, quoted where the value has blanks.
   *
   * @return none where quoting could change the value: it mixes blanks with quotes or escapes
   */
  public static List<Edit> withEqualsSign(Instruction.LegacyPair legacy) {
    Slice value = legacy.pair().value().slice();
    Edit equals = Edit.replace(legacy.between(), "=");
    String text = value.text();
    if (isQuotedWhole(text) || !hasBlank(text)) {
      return List.of(equals);
    }
    for (int i = 0; i < text.length(); i++) {
      if ("\"'\\`".indexOf(text.charAt(i)) >= 0) {
        return List.of();
      }
    }
    return List.of(Edit.replace(legacy.between(), "=\""), Edit.insertAfter(value, "\""));
  }

  /** Deletes an instruction with its lines. */
  public static Edit delete(Instruction instruction) {
    SourceText source = instruction.slice().source().host();
    Span span = wholeLines(instruction);
    return new Edit.Replace(source.name(), span, "");
  }

  /**
   * Deletes a stage with its comments, those right above its FROM and the empty lines after it.
   *
   * @param last its last instruction
   * @param isFirst whether it is the first stage, so that what stands above belongs to the file
   */
  public static Edit deleteStage(Instruction.From from, Instruction last, boolean isFirst) {
    SourceText source = from.slice().source().host();
    String content = source.content();
    int start = wholeLines(from).start();
    while (start > 0) {
      int above = content.lastIndexOf('\n', start - 2) + 1;
      if (isFirst || !content.startsWith("#", above)) {
        break;
      }
      start = above;
    }
    int end = wholeLines(last).end();
    while (end < content.length() && (content.charAt(end) == '\n' || content.charAt(end) == '\r')) {
      end++;
    }
    return new Edit.Replace(source.name(), new Span(start, end), "");
  }

  /** Puts a line before an instruction, as far to the right. */
  public static Edit insertLineBefore(Instruction instruction, String line) {
    SourceText source = instruction.slice().source().host();
    int start = instruction.slice().place().span().start();
    int begin = source.content().lastIndexOf('\n', start - 1) + 1;
    String indent = source.content().substring(begin, start);
    return new Edit.Replace(
        source.name(),
        Span.at(start),
        line + source.lineEndingAt(start) + (indent.isBlank() ? indent : ""));
  }

  /** Puts a line after an instruction and its heredocs. */
  public static Edit insertLineAfter(Instruction instruction, String line) {
    SourceText source = instruction.slice().source().host();
    int end = instruction.slice().place().span().end();
    return new Edit.Replace(source.name(), Span.at(end), source.lineEndingAt(end) + line);
  }

  /** Adds a flag after those that are there, else after the keyword. */
  public static Edit addFlag(Instruction instruction, String flag) {
    List<Flag> flags = instruction.flags();
    Slice after =
        flags.isEmpty() ? instruction.keyword().slice() : flags.get(flags.size() - 1).slice();
    return Edit.insertAfter(after, " " + flag);
  }

  /** Puts a directive before all else, where those that are there stay directives. */
  public static Edit addDirective(DockerfileTree tree, String name, String value) {
    SourceText source = tree.source();
    int at = 0;
    if (source.content().startsWith("#!")) {
      at = source.content().indexOf('\n') + 1; // the builder looks for a syntax behind it
    }
    String text = "# " + name + "=" + value + source.lineEndingAt(at);
    return new Edit.Replace(source.name(), Span.at(at), text);
  }

  /** Whether the file names a syntax that refuses {@code --mount}: one older than 1.2. */
  public static boolean isMountRefused(DockerfileTree tree) {
    for (Directive directive : tree.directives()) {
      if (directive.name().equals("syntax") && refusesMounts(directive.value().text())) {
        return true;
      }
    }
    return false;
  }

  /** Its experimental releases knew mounts before the others did. */
  private static boolean refusesMounts(String image) {
    int digest = image.indexOf('@');
    String name = digest < 0 ? image : image.substring(0, digest);
    int colon = name.lastIndexOf(':');
    if (colon < 0 || !name.substring(0, colon).endsWith("docker/dockerfile")) {
      return false;
    }
    String tag = name.substring(colon + 1) + ".";
    return (tag.startsWith("1.0.") || tag.startsWith("1.1.")) && tag.indexOf('-') < 0;
  }

  /**
   * Adds flags, each on a line of its own that is continued; before a heredoc they stay in one.
   *
   * @param escape the escape character in force
   */
  public static Edit addFlagLines(Instruction.Run run, List<String> flags, char escape) {
    List<Flag> present = run.flags();
    Slice after =
        present.isEmpty() ? run.keyword().slice() : present.get(present.size() - 1).slice();
    SourceText source = after.source().host();
    String content = source.content();
    int start = after.place().span().end();
    int end = start;
    while (end < content.length() && (content.charAt(end) == ' ' || content.charAt(end) == '\t')) {
      end++;
    }
    if (!run.heredocs().isEmpty()) {
      String text = " " + String.join(" ", flags);
      return new Edit.Replace(source.name(), Span.at(start), text);
    }
    String line = " " + escape + source.lineEndingAt(start) + indent(run) + "    ";
    String text = (present.isEmpty() ? " " : line) + String.join(line, flags);
    boolean continued =
        end < content.length() && content.charAt(end) == escape && ends(content, end);
    return continued
        ? new Edit.Replace(source.name(), Span.at(start), text)
        : new Edit.Replace(source.name(), new Span(start, end), text + line);
  }

  /** Whether the character at an offset is the last but blanks of its line. */
  private static boolean ends(String content, int at) {
    int newline = content.indexOf('\n', at);
    return content.substring(at + 1, newline < 0 ? content.length() : newline).isBlank();
  }

  private static String indent(Instruction instruction) {
    String content = instruction.slice().source().host().content();
    int start = instruction.keyword().slice().place().span().start();
    String before = content.substring(content.lastIndexOf('\n', start - 1) + 1, start);
    return before.isBlank() ? before : "";
  }

  /** Deletes a flag and the blanks before it. */
  public static Edit deleteFlag(Flag flag) {
    return ShellEdits.deleteWord(flag.slice());
  }

  private static Span wholeLines(Instruction instruction) {
    Span span = instruction.slice().place().span();
    String content = instruction.slice().source().host().content();
    int start = content.lastIndexOf('\n', span.start() - 1) + 1;
    int newline = content.indexOf('\n', span.end());
    return new Span(start, newline < 0 ? content.length() : newline + 1);
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is one quoted string without a quote or an escape inside. */
  private static boolean isQuotedWhole(String text) {
    if (text.length() < 2 || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
      return false;
    }
    return text.indexOf(text.charAt(0), 1) == text.length() - 1
        && text.indexOf('\\') < 0
        && text.indexOf('`') < 0;
  }
}
