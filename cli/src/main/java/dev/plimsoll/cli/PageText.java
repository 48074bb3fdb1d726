package dev.plimsoll.cli;

/** A rule's page as plain text: headings at the left, samples indented, fences and anchors gone. */
final class PageText {

  private PageText() {}

  static String render(String markdown) {
    StringBuilder text = new StringBuilder();
    boolean fenced = false;
    boolean skipping = true; // the title, which stands above already
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        fenced = !fenced;
        String file = line.replaceFirst(".*\\bfile=", "");
        if (fenced && !file.equals(line) && !skipping) {
          text.append("      ").append(file).append(":\n");
        }
        continue;
      }
      if (!fenced && line.startsWith("## ")) {
        String heading = line.substring(3);
        skipping = false;
        text.append("  ").append(heading).append("\n\n");
      } else if (!skipping && !(line.isEmpty() && text.toString().endsWith("\n\n"))) {
        text.append(line.isEmpty() ? "" : (fenced ? "        " : "    ") + line).append('\n');
      }
    }
    return text.append('\n').toString().replace("\n\n\n", "\n\n");
  }
}
