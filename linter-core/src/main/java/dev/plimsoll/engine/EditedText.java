package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Where edits stand in the text before them, or after. */
final class EditedText {

  private final int[] starts;
  private final int[] ends;
  private final int[] shifts; // from here to the text before, behind each edit

  private EditedText(int edits) {
    this.starts = new int[edits];
    this.ends = new int[edits];
    this.shifts = new int[edits];
  }

  /** What edits replace, in the text before. */
  static EditedText before(List<Replace> edits) {
    EditedText text = new EditedText(edits.size());
    for (int i = 0; i < edits.size(); i++) {
      text.starts[i] = edits.get(i).span().start();
      text.ends[i] = edits.get(i).span().end();
    }
    return text;
  }

  /** What edits write, in the text after. */
  static EditedText after(List<Replace> edits) {
    EditedText text = new EditedText(edits.size());
    int shift = 0;
    for (int i = 0; i < edits.size(); i++) {
      Replace edit = edits.get(i);
      text.starts[i] = edit.span().start() - shift;
      text.ends[i] = text.starts[i] + edit.text().length();
      shift = edit.span().end() - text.ends[i];
      text.shifts[i] = shift;
    }
    return text;
  }

  /** Where the first character of a span that no edit wrote or removes was before; else -1. */
  int origin(Span span) {
    int at = span.start();
    int next = firstEndingBehind(at);
    while (next < starts.length && starts[next] <= at) {
      at = ends[next];
      next++;
    }
    boolean isKept = at < span.end() || span.isEmpty();
    return isKept ? at + (next == 0 ? 0 : shifts[next - 1]) : -1;
  }

  /** The edits that share a character with a span, and insertions inside it. */
  List<Integer> within(Span span) {
    List<Integer> edits = new ArrayList<>();
    for (int i : touching(span)) {
      if (starts[i] < span.end() && span.start() < ends[i]) {
        edits.add(i);
      }
    }
    return edits;
  }

  /** Those, and what borders on it. */
  List<Integer> touching(Span span) {
    List<Integer> edits = new ArrayList<>();
    int first = firstEndingBehind(span.start() - 1);
    for (int i = first; i < starts.length && starts[i] <= span.end(); i++) {
      edits.add(i);
    }
    return edits;
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
