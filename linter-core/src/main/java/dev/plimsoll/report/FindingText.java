package dev.plimsoll.report;

import dev.plimsoll.report.Excerpt.Room;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.text.LineIndex;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** One finding as people read it: what, where, the line itself, and what it rests on. */
final class FindingText {

  private static final char CARET = '^';
  private static final char DASH = '-';

  private final Texts texts;
  private final RunInfo run;
  private final Paint paint;

  FindingText(Outcome outcome, RunInfo run) {
    this.texts = Texts.asWritten(outcome);
    this.run = run;
    this.paint = new Paint(run.console().look());
  }

  /** Several lines, each with its ending. */
  String of(Diagnostic finding) {
    Evidence evidence = new Evidence(finding, texts, run.paths());
    Optional<RelatedPlace> other = evidence.otherFile();
    int digits = digits(finding.place());
    if (other.isPresent()) {
      digits = Math.max(digits, digits(other.get().place()));
    }
    Room room = Room.on(run.console().columns(), Frame.width(digits));
    StringBuilder out = new StringBuilder(head(finding)).append('\n');
    Frame frame = new Frame(out, paint, digits);
    frame.place("-->", shown(finding.place()));
    Optional<Excerpt> own = excerpt(frame, finding.place(), CARET, room);
    if (own.isPresent()) {
      String carets = paint.severity(finding.severity(), own.get().marks());
      frame.marks(labelled(carets, evidence.label()));
    }
    if (other.isPresent()) {
      other(frame, other.get(), room);
    }
    for (String line : evidence.lines()) {
      frame.note(Visible.line(line));
    }
    return out.toString();
  }

  private void other(Frame frame, RelatedPlace related, Room room) {
    frame.place(":::", shown(related.place()));
    Optional<Excerpt> excerpt = excerpt(frame, related.place(), DASH, room);
    if (excerpt.isPresent()) {
      frame.marks(labelled(paint.frame(excerpt.get().marks()), related.message()));
    } else {
      frame.note(Visible.line(related.message()));
    }
  }

  /** Shows the line of a place, after the line that it continues; none where no text is at hand. */
  private Optional<Excerpt> excerpt(Frame frame, Place place, char mark, Room room) {
    Optional<Texts.Masked> source = texts.of(place.file());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Excerpt excerpt = Excerpt.of(source.get(), place.span(), mark, room);
    int line = texts.start(place).line();
    frame.blank();
    if (line > 1 && isContinued(source.get().text(), line - 1)) {
      Span before = Span.at(source.get().text().lines().line(line - 1).start());
      frame.line(line - 1, Excerpt.of(source.get(), before, mark, room).line());
    }
    frame.line(line, excerpt.line());
    return Optional.of(excerpt);
  }

  /** Whether the next line goes on with this one, for a shell and for a Dockerfile. */
  private static boolean isContinued(SourceText text, int line) {
    LineIndex lines = text.lines();
    Span span = lines.line(line);
    int last = span.end() - 1;
    while (last > span.start() && text.content().charAt(last) == ' ') {
      last--;
    }
    return last >= span.start() && text.content().charAt(last) == '\\';
  }

  private static String labelled(String marks, String label) {
    return label.isEmpty() ? marks : marks + " " + Visible.line(label);
  }

  private String head(Diagnostic finding) {
    String id = finding.rule().id();
    String label =
        finding.severity().id()
            + "["
            + paint.link(RulePages.url(finding.rule()), Visible.line(id))
            + "]";
    String message = paint.bold(Visible.line(finding.message()));
    return paint.severity(finding.severity(), label) + ": " + message;
  }

  private String shown(Place place) {
    return Visible.line(run.paths().shown(place.file())) + ":" + texts.start(place);
  }

  private int digits(Place place) {
    return Integer.toString(texts.start(place).line()).length();
  }
}
