package dev.plimsoll.report;

import dev.plimsoll.report.Console.Look;
import dev.plimsoll.rule.Severity;

/** Colour and links, for the screens that know them; elsewhere the words alone. */
final class Paint {

  private static final String ESCAPE = "\u001b";
  private static final String BOLD = "1";
  private static final String BLUE = "34";

  private final Look look;

  Paint(Look look) {
    this.look = look;
  }

  String bold(String text) {
    return colour(BOLD, text);
  }

  /** The frame around an excerpt. */
  String frame(String text) {
    return colour(BLUE, text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> colour("1;31", text);
      case WARNING -> colour("1;33", text);
      case INFO -> colour("1;34", text);
      case STYLE -> colour("1;36", text);
    };
  }

  String link(String url, String text) {
    if (!look.hasLinks()) {
      return text;
    }
    String end = ESCAPE + "\\";
    return ESCAPE + "]8;;" + url + end + text + ESCAPE + "]8;;" + end;
  }

  private String colour(String code, String text) {
    return look.hasColour() && !text.isEmpty()
        ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m"
        : text;
  }
}
