package dev.plimsoll.report;

/**
 * The left border of one finding, as wide as its longest line number, and what stands beside it.
 */
final class Frame {

  private final StringBuilder out;
  private final Paint paint;
  private final String indent;

  Frame(StringBuilder out, Paint paint, int digits) {
    this.out = out;
    this.paint = paint;
    this.indent = " ".repeat(digits);
  }

  /** The columns it takes beside a line of a file. */
  static int width(int digits) {
    return digits + " | ".length();
  }

  void place(String arrow, String place) {
    out.append(indent).append(paint.frame(arrow)).append(' ').append(place).append('\n');
  }

  void blank() {
    out.append(indent).append(paint.frame(" |")).append('\n');
  }

  void line(int number, String text) {
    String digits = Integer.toString(number);
    String before = indent.substring(digits.length()) + digits + " |";
    out.append(paint.frame(before)).append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }

  void marks(String marks) {
    out.append(indent).append(paint.frame(" |")).append(' ').append(marks).append('\n');
  }

  void note(String text) {
    out.append(indent).append(paint.frame(" =")).append(' ').append(text).append('\n');
  }
}
