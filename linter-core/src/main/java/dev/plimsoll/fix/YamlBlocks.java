package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Slice;

/** Puts another text into a scalar that has lines of its own. */
final class YamlBlocks {

  private YamlBlocks() {}

  static Edit replace(YamlLines lines, Scalar scalar, NewYaml value, String lineEnding) {
    String header = lines.header(scalar);
    boolean clip = header.length() == 1;
    boolean strip = header.length() == 2 && header.charAt(1) == '-';
    if (!(value instanceof NewYaml.Text text) || (!clip && !strip)) {
      return new Edit.Impossible("the block text is of a kind that another cannot be put into");
    }
    String written = clip ? withoutLast(text.text()) : text.text();
    boolean fits =
        clip == text.text().endsWith("\n")
            && !written.endsWith("\n")
            && isLines(written, scalar.style() == Style.FOLDED);
    int from = scalar.slice().text().indexOf('\n') + 1;
    int indent = from;
    String old = scalar.slice().text();
    while (indent < old.length() && (old.charAt(indent) == ' ' || old.charAt(indent) == '\n')) {
      if (old.charAt(indent) == '\n') {
        from = indent + 1;
      }
      indent++;
    }
    if (!fits || from == 0 || indent == from) {
      return new Edit.Impossible("the new text cannot stand in the lines of the old one");
    }
    int start = old.indexOf('\n') + 1;
    String blanks = old.substring(from, indent);
    StringBuilder block = new StringBuilder();
    for (String line : written.split("\n", -1)) {
      block.append(block.isEmpty() ? "" : lineEnding);
      block.append(line.isEmpty() ? "" : blanks + line);
    }
    Slice content = scalar.slice().part(start, old.length());
    return Edit.replace(content, block.toString());
  }

  private static String withoutLast(String text) {
    return text.isEmpty() ? text : text.substring(0, text.length() - 1);
  }

  private static boolean isLines(String text, boolean folded) {
    if (text.isBlank() || text.charAt(0) <= ' ' || (folded && text.indexOf('\n') >= 0)) {
      return false;
    }
    for (String line : text.split("\n", -1)) {
      if (!YamlQuotes.isSingle(line)) {
        return false;
      }
    }
    return true;
  }
}
