package dev.plimsoll.report;

import dev.plimsoll.text.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * One line of a file as it is shown, and the marks that go below its range: under tabs, under wide
 * characters, under what is masked.
 */
record Excerpt(String line, String marks) {

  private static final String CUT = "…";
  private static final int LONGEST = 200;
  private static final int CUT_TO = 100;
  private static final int NARROWEST = 40;

  /**
   * How much of a line is shown.
   *
   * @param longest in columns; up to here it stays whole
   * @param cutTo what is left of a longer one
   */
  record Room(int longest, int cutTo) {

    /** What a screen leaves beside a frame of {@code taken} columns. */
    static Room on(OptionalInt columns, int taken) {
      if (columns.isEmpty()) {
        return new Room(LONGEST, CUT_TO);
      }
      int left = Math.max(NARROWEST, columns.getAsInt() - taken);
      return new Room(left, left);
    }
  }

  /** The line on which {@code target} begins; what lies on further lines is not shown. */
  static Excerpt of(Texts.Masked source, Span target, char mark, Room room) {
    Span line = source.text().lines().line(source.text().lines().position(target.start()).line());
    int from = Math.min(target.start(), line.end());
    int to = Math.max(from, Math.min(target.end(), line.end()));
    Span near = near(line, from, 4 * room.longest());
    List<Cell> cells = Cells.of(source, near);
    Window window = Window.around(cells, from, room);
    boolean cutBefore = window.first() > 0 || near.start() > line.start();
    boolean cutAfter = window.last() < cells.size() || near.end() < line.end();
    List<Cell> shown = cells.subList(window.first(), window.last());
    StringBuilder text = new StringBuilder(cutBefore ? CUT : "");
    for (Cell cell : shown) {
      text.append(cell.shown());
    }
    String marks = (cutBefore ? " " : "") + marks(shown, new Span(from, to), mark);
    return new Excerpt(text + (cutAfter ? CUT : ""), marks);
  }

  /** A part of a line around an offset, so that a line of a megabyte costs no more than others. */
  private static Span near(Span line, int offset, int distance) {
    int start = Math.max(line.start(), offset - distance);
    return new Span(start, Math.max(start, Math.min(line.end(), offset + distance)));
  }

  private static String marks(List<Cell> cells, Span target, char mark) {
    int from = target.start();
    int to = target.isEmpty() ? from + 1 : target.end();
    boolean onlyTabs = isOnlyTabs(cells, from, to);
    StringBuilder marks = new StringBuilder();
    int length = 0; // up to the last mark
    for (Cell cell : cells) {
      boolean marked = cell.touches(from, to) && (onlyTabs || !cell.isTab());
      if (marked) {
        // A tab's width is the screen's to choose; one mark stands at its beginning.
        marks.append(String.valueOf(mark).repeat(Math.max(1, cell.width())));
        length = marks.length();
        if (onlyTabs) {
          break;
        }
      } else {
        marks.append(cell.isTab() ? "\t" : " ".repeat(cell.width()));
      }
    }
    if (length == 0) {
      return marks.append(mark).toString(); // at the line's end
    }
    marks.setLength(length);
    return marks.toString();
  }

  private static boolean isOnlyTabs(List<Cell> cells, int from, int to) {
    for (Cell cell : cells) {
      if (cell.touches(from, to) && !cell.isTab()) {
        return false;
      }
    }
    return true;
  }

  /** The cells from {@code first} to before {@code last}. */
  private record Window(int first, int last) {

    /** All of them, or as many as there is room for, a third of them before an offset. */
    static Window around(List<Cell> cells, int offset, Room room) {
      int total = 0;
      int at = 0;
      for (Cell cell : cells) {
        total += cell.room();
        at += cell.end() <= offset ? 1 : 0;
      }
      if (total <= room.longest()) {
        return new Window(0, cells.size());
      }
      int left = room.cutTo() - 2 * CUT.length();
      int first = back(cells, at, left / 3);
      int last = at;
      left -= roomOf(cells, first, last);
      while (last < cells.size() && cells.get(last).room() <= left) {
        left -= cells.get(last++).room();
      }
      first = last == cells.size() ? back(cells, first, left) : first;
      return new Window(first, last);
    }

    private static int back(List<Cell> cells, int from, int room) {
      int first = from;
      int left = room;
      while (first > 0 && cells.get(first - 1).room() <= left) {
        first--;
        left -= cells.get(first).room();
      }
      return first;
    }

    private static int roomOf(List<Cell> cells, int first, int last) {
      int sum = 0;
      for (Cell cell : cells.subList(first, last)) {
        sum += cell.room();
      }
      return sum;
    }
  }
}
