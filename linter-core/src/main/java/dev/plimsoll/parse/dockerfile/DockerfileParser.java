package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.DfaCache;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads Dockerfiles. An instance owns its lexer's tables and serves one thread; it keeps nothing of
 * one file for the next.
 */
public final class DockerfileParser {

  /** BuildKit's scanner refuses a longer physical line, counted in bytes. */
  static final int MAX_LINE_BYTES = 65_535;

  private final DfaCache tables = new DfaCache();

  /** Never throws on input; a file that BuildKit would refuse has a problem. */
  public Parsed<DockerfileTree> parse(SourceText source) {
    LineTokens lexer = new LineTokens(source.content());
    lexer.removeErrorListeners();
    tables.attach(lexer);
    return new Pass(source, lexer).run();
  }

  /** One file being read. */
  private static final class Pass {
    private final SourceText source;
    private final LineTokens lexer;
    private final List<Span> leaves = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Token token;

    Pass(SourceText source, LineTokens lexer) {
      this.source = source;
      this.lexer = lexer;
      this.token = lexer.nextToken();
    }

    Parsed<DockerfileTree> run() {
      boolean top = true;
      while (token.getType() != Token.EOF) {
        switch (token.getType()) {
          case DockerfileLexer.TEXT, DockerfileLexer.CONTINUATION -> {
            top = false;
            instruction();
          }
          case DockerfileLexer.COMMENT -> top = comment(top);
          case DockerfileLexer.LINE_BREAK -> {
            top &= !directives.isEmpty() && !isBlankLine();
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
          new DockerfileTree(source, lexer.escape(), directives, instructions, comments, leaves);
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

    /** Takes a comment; tells whether directives may still follow. */
    private boolean comment(boolean top) {
      Span span = next();
      Slice line = Words.strip(source.slice(span));
      Comment comment = new Comment(line, false);
      comments.add(comment);
      int[] parts = top ? DirectiveParts.of(line.text()) : new int[0];
      if (parts.length == 0) {
        return false;
      }
      String name = line.text().substring(parts[0], parts[1]).toLowerCase(Locale.ROOT);
      directives.add(new Directive(name, new Word(line.part(parts[2], parts[3])), comment));
      return true;
    }

    private void instruction() {
      EmbeddedText.Builder view = new EmbeddedText.Builder(source, Pass::oneLine);
      int start = token.getStartIndex();
      int end = start;
      while (!endsInstruction(token.getType())) {
        int type = token.getType();
        Span span = next();
        if (type == DockerfileLexer.TEXT) {
          view.copy(span);
          end = span.end();
        } else {
          view.stand(span, "");
          addSkippedComment(type, span);
        }
      }
      if (token.getType() == DockerfileLexer.LINE_BREAK) {
        next();
      }
      lower(view.build(), new Span(start, end));
    }

    private static boolean endsInstruction(int type) {
      return type == DockerfileLexer.LINE_BREAK || type == Token.EOF;
    }

    /** A line break would end the instruction, so an edit must not bring one. */
    private static Optional<String> oneLine(String text) {
      return text.indexOf('\n') < 0 ? Optional.of(text) : Optional.empty();
    }

    private void addSkippedComment(int type, Span span) {
      if (type == DockerfileLexer.SKIPPED_COMMENT) {
        comments.add(new Comment(Words.strip(source.slice(span)), true));
      }
    }

    private void lower(EmbeddedText view, Span span) {
      Slice all = Words.strip(view.slice(new Span(0, view.content().length())));
      if (all.span().isEmpty()) {
        return; // a lone continuation joins nothing
      }
      List<Heredoc> heredocs = heredocs(all.text());
      Span whole = heredocs.isEmpty() ? span : span.union(lastOf(heredocs));
      instructions.add(
          new InstructionReader(lexer.escape(), problems).read(all, source.slice(whole), heredocs));
    }

    private static Span lastOf(List<Heredoc> heredocs) {
      return heredocs.get(heredocs.size() - 1).body().span();
    }

    private List<Heredoc> heredocs(String text) {
      if (token.getType() != DockerfileLexer.HEREDOC) {
        return List.of();
      }
      List<Heredoc> found = new ArrayList<>();
      for (HeredocWord word : HeredocWord.announcedBy(text)) {
        if (token.getType() != DockerfileLexer.HEREDOC) {
          problems.add(unterminated(word, Span.at(source.content().length())));
          continue;
        }
        Span span = next();
        Span body = bodyOf(span, word);
        if (body.equals(span)) {
          problems.add(unterminated(word, span));
        }
        found.add(
            new Heredoc(word.delimiter(), !word.quoted(), word.stripsTabs(), source.slice(body)));
      }
      return found;
    }

    private Problem unterminated(HeredocWord word, Span at) {
      return new Problem(
          Problem.Kind.SYNTAX,
          source.slice(Span.at(at.start())),
          "the heredoc is never ended: add a line that reads " + word.delimiter());
    }

    /** The lines before the terminator, or all of them where there is none. */
    private Span bodyOf(Span span, HeredocWord word) {
      String text = source.content().substring(span.start(), span.end());
      int end = text.endsWith("\n") ? text.length() - 1 : text.length();
      int lastLine = text.lastIndexOf('\n', end - 1) + 1;
      return word.isTerminator(text.substring(lastLine, end))
          ? new Span(span.start(), span.start() + lastLine)
          : span;
    }
  }
}
