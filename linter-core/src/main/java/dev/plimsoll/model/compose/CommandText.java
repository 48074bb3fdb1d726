package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.small.Substitution;
import dev.plimsoll.parse.small.Substitution.Held;
import dev.plimsoll.parse.small.VariableTextReader;
import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.parse.yaml.ScalarView;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text that a container gets, each character with its place in the file. A default stands for its
 * variable; any other variable stands in it as written, and so do all where a file sets one of
 * them: what it holds is nobody's business but the file's.
 *
 * @param variables those that stand as written, in the order of the text
 */
record CommandText(Slice slice, List<Span> variables) {

  private static final EmbeddedText.Escaper DOLLARS =
      new EmbeddedText.Escaper() {
        @Override
        public Optional<String> escape(String replacement) {
          return Optional.of(replacement.replace("$", "$$"));
        }
      };

  private static final Substitution.Lookup NOTHING_SET =
      new Substitution.Lookup() {
        @Override
        public Held find(Variable variable) {
          return Held.UNSET;
        }
      };

  CommandText {
    variables = List.copyOf(variables);
  }

  /** The text of a scalar; nothing where Compose refuses it. */
  static Optional<CommandText> of(Scalar scalar) {
    return new Reader(scalar).read();
  }

  private static final class Reader {
    private final Scalar scalar;
    private final String written;
    private final EmbeddedText.Builder view;
    private final List<Span> variables = new ArrayList<>();
    private int at;
    private int length;

    Reader(Scalar scalar) {
      this.scalar = scalar;
      this.written = scalar.written();
      Slice decoded = ScalarView.of(written, scalar.slice());
      this.view = new EmbeddedText.Builder(decoded.source(), DOLLARS);
    }

    Optional<CommandText> read() {
      if (written.indexOf('$') >= 0) {
        VariableText parts = VariableTextReader.read(written);
        Substitution made = Substitution.of(parts, NOTHING_SET);
        boolean takesDefaults = made.stop().isEmpty() && made.text().equals(scalar.text());
        for (VariableText.Part part : parts.parts()) {
          if (part instanceof VariableText.Invalid) {
            return Optional.empty();
          }
          if (part instanceof Variable variable) {
            literal(variable.span().start());
            variable(variable, takesDefaults ? byDefault(variable) : "");
          }
        }
      }
      literal(written.length());
      return Optional.of(new CommandText(view.build().slice(new Span(0, length)), variables));
    }

    /** Takes what stands before an offset, and of two dollar signs one. */
    private void literal(int to) {
      int escape = written.indexOf("$$", at);
      while (escape >= 0 && escape + 1 < to) {
        copy(escape);
        stand(escape + 2, "$");
        escape = written.indexOf("$$", at);
      }
      copy(to);
    }

    private void variable(Variable variable, String byDefault) {
      if (byDefault.isEmpty()) {
        int start = length;
        copy(variable.span().end());
        variables.add(new Span(start, length));
      } else {
        stand(variable.span().end(), byDefault);
      }
    }

    private void copy(int to) {
      if (at < to || length == 0) { // a view needs a piece
        view.copy(new Span(at, to));
        length += to - at;
      }
      at = to;
    }

    private void stand(int to, String meaning) {
      view.stand(new Span(at, to), meaning);
      length += meaning.length();
      at = to;
    }
  }

  /** A default that says something, and is no secret's; else an empty text. */
  private static String byDefault(Variable variable) {
    if (variable.operator() != Operator.DEFAULT || SecretNames.announcesSecret(variable.name())) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (VariableText.Part part : variable.operand().parts()) {
      String more =
          part instanceof VariableText.Literal literal
              ? literal.text()
              : part instanceof Variable inner ? byDefault(inner) : "";
      if (more.isEmpty()) {
        return "";
      }
      text.append(more);
    }
    return text.toString();
  }
}
