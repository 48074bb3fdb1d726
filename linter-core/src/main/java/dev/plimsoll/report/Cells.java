package dev.plimsoll.report;

import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a part of one line into cells, with secrets masked and harmful characters escaped. */
final class Cells {

  private static final String MASK = "***";
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private final Texts.Masked source;
  private final String content;
  private final List<Cell> cells = new ArrayList<>();
  private int nextMask;

  private Cells(Texts.Masked source) {
    this.source = source;
    this.content = source.text().content();
  }

  static List<Cell> of(Texts.Masked source, Span part) {
    Cells made = new Cells(source);
    int offset = part.start();
    while (offset < part.end()) {
      int masked = made.maskedUntil(offset);
      offset =
          masked > offset
              ? made.mask(offset, Math.min(masked, part.end()))
              : made.character(offset, part.end());
    }
    return made.cells;
  }

  /** The end of the mask over an offset, or the offset. */
  private int maskedUntil(int offset) {
    List<Span> masks = source.masks();
    while (nextMask < masks.size() && masks.get(nextMask).end() <= offset) {
      nextMask++;
    }
    boolean masked = nextMask < masks.size() && masks.get(nextMask).start() <= offset;
    return masked ? masks.get(nextMask).end() : offset;
  }

  private int mask(int start, int end) {
    cells.add(new Cell(start, end, MASK, MASK.length()));
    return end;
  }

  private int character(int start, int limit) {
    int character = content.codePointAt(start);
    int end = Math.min(start + Character.charCount(character), limit);
    if (character == '\t') {
      cells.add(new Cell(start, end, "\t", 0));
    } else if (joinsTheLast(character, start)) {
      int last = cells.size() - 1;
      cells.set(last, cells.get(last).joined(character, end));
    } else {
      int width = CharacterWidth.of(character);
      boolean plain = width > 0 && Visible.isHarmless(character);
      String shown = plain ? Character.toString(character) : Visible.escape(character);
      cells.add(new Cell(start, end, shown, plain ? width : shown.length()));
    }
    return end;
  }

  private boolean joinsTheLast(int character, int start) {
    if (cells.isEmpty() || !Visible.isHarmless(character)) {
      return false;
    }
    Cell last = cells.get(cells.size() - 1);
    int before = content.codePointBefore(start);
    if (last.shown().equals(MASK) || last.isTab() || !Visible.isHarmless(before)) {
      return false;
    }
    boolean skinTone = character >= 0x1f3fb && character <= 0x1f3ff;
    boolean afterJoiner = before == ZERO_WIDTH_JOINER && last.width() == 2;
    return CharacterWidth.of(character) == 0 || (skinTone && last.width() == 2) || afterJoiner;
  }
}
