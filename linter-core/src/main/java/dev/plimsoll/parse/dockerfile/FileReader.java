package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads one file: joins the lines of each instruction and hands it to its reader. */
final class FileReader {

  private final SourceText source;
  private final LineTokens lexer;
  private final Directives directives;
  private final List<Span> leaves = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Token token;
  private boolean stageSeen;

  FileReader(SourceText source, LineTokens lexer) {
    this.source = source;
    this.lexer = lexer;
    this.directives = new Directives(problems);
    this.token = lexer.nextToken();
  }

  Parsed<DockerfileTree> read() {
    while (token.getType() != Token.EOF) {
      switch (token.getType()) {
        case DockerfileLexer.TEXT, DockerfileLexer.CONTINUATION -> {
          directives.close();
          instruction();
        }
        case DockerfileLexer.COMMENT -> comment();
        case DockerfileLexer.LINE_BREAK -> {
          if (isBlankLine()) {
            directives.close();
          }
          next();
        }
        default -> next();
      }
    }
    if (instructions.isEmpty() && problems.isEmpty()) {
      Slice all = source.slice(Span.at(0));
      problems.add(new Problem(Problem.Kind.SYNTAX, all, "the file has no instructions"));
    }
    LongLines.check(source, problems);
    DockerfileTree tree =
        new DockerfileTree(
            source, lexer.escape(), directives.found(), instructions, comments, leaves);
    return new Parsed<>(tree, problems);
  }

  private boolean isBlankLine() {
    int start = token.getStartIndex();
    return start == 0 || source.content().charAt(start - 1) == '\n';
  }

  private Span next() {
    Span span = new Span(token.getStartIndex(), token.getStopIndex() + 1);
    leaves.add(span);
    token = lexer.nextToken();
    return span;
  }

  private void comment() {
    Comment comment = new Comment(Blanks.strip(source.slice(next())), false);
    comments.add(comment);
    lexer.escapeWith(directives.read(comment));
  }

  private void instruction() {
    EmbeddedText.Builder joined = new EmbeddedText.Builder(source, FileReader::oneLine);
    int start = token.getStartIndex();
    int end = start;
    while (token.getType() != DockerfileLexer.LINE_BREAK && token.getType() != Token.EOF) {
      int type = token.getType();
      Span span = next();
      if (type == DockerfileLexer.TEXT) {
        joined.copy(span);
        end = span.end();
      } else {
        joined.stand(span, "");
        addSkippedComment(type, span);
      }
    }
    EmbeddedText view = joined.build();
    Slice line = Blanks.strip(view.slice(new Span(0, view.content().length())));
    if (line.span().isEmpty()) {
      nothingJoined(new Span(start, end));
      return;
    }
    Head head = Head.of(line, lexer.escape());
    List<HeredocWord> announced = head.heredocs(line);
    lexer.expect(announced);
    boolean hasBreak = token.getType() == DockerfileLexer.LINE_BREAK;
    Optional<Span> lineBreak = hasBreak ? Optional.of(next()) : Optional.empty();
    List<Heredoc> heredocs = List.of();
    Span whole = new Span(start, end);
    if (!announced.isEmpty()) {
      joined.copy(lineBreak.orElse(Span.at(source.content().length())));
      heredocs = heredocs(announced, joined);
      whole = whole.union(heredocs.get(heredocs.size() - 1).slice().span());
      EmbeddedText longer = joined.build();
      head = Head.of(longer.slice(line.span()), lexer.escape());
    }
    Instruction read =
        new InstructionReader(head, source.slice(whole), heredocs, lexer.escape(), problems).read();
    checkStage(read);
    instructions.add(read);
  }

  /** Only ARG may stand before FROM; the first other instruction is named, and no later one. */
  private void checkStage(Instruction instruction) {
    if (stageSeen || instruction instanceof Instruction.Arg) {
      return;
    }
    stageSeen = true;
    boolean opens =
        instruction instanceof Instruction.From
            || instruction instanceof Instruction.Refused
            || instruction instanceof Instruction.Unknown;
    if (!opens) {
      problems.add(
          new Problem(
              Problem.Kind.SYNTAX,
              instruction.keyword().slice(),
              instruction.name() + " stands before the first FROM, where only ARG may"));
    }
  }

  private void nothingJoined(Span span) {
    problems.add(
        new Problem(
            Problem.Kind.SYNTAX,
            source.slice(span),
            "the escape character continues this line, but nothing follows: remove it"));
    if (token.getType() != Token.EOF) {
      next();
    }
  }

  /** A line break would end the instruction, so an edit must not bring one. */
  private static Optional<String> oneLine(String text) {
    return text.indexOf('\n') < 0 ? Optional.of(text) : Optional.empty();
  }

  private void addSkippedComment(int type, Span span) {
    if (type == DockerfileLexer.SKIPPED_COMMENT) {
      comments.add(new Comment(Blanks.strip(source.slice(span)), true));
    }
  }

  /** Reads the bodies, and lets the instruction's own view go on with their text. */
  private List<Heredoc> heredocs(List<HeredocWord> announced, EmbeddedText.Builder view) {
    List<Heredoc> found = new ArrayList<>();
    for (HeredocWord word : announced) {
      Span span = Span.at(source.content().length());
      if (token.getType() == DockerfileLexer.HEREDOC) {
        span = next();
        view.copy(span);
      }
      Heredoc heredoc = heredoc(word, span);
      found.add(heredoc);
      if (heredoc.terminator().isEmpty()) {
        problems.add(
            new Problem(
                Problem.Kind.SYNTAX,
                source.slice(Span.at(span.start())),
                "the heredoc is never ended: add a line that reads " + word.delimiter()));
      }
    }
    return found;
  }

  private Heredoc heredoc(HeredocWord word, Span lines) {
    String text = source.content();
    int end = lines.end();
    while (end > lines.start() && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    int last = Math.max(lines.start(), text.lastIndexOf('\n', end - 1) + 1);
    boolean ended = !lines.isEmpty() && word.isTerminator(text.substring(last, end));
    Span body = ended ? new Span(lines.start(), last) : lines;
    return new Heredoc(
        word.word(),
        word.delimiter(),
        word.fileDescriptor(),
        !word.quoted(),
        word.stripsTabs(),
        source.slice(body),
        ended ? Optional.of(source.slice(new Span(last, end))) : Optional.empty());
  }
}
