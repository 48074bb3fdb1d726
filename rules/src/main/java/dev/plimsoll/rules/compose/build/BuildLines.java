package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlCut;
import dev.plimsoll.project.BuildEdge;
import java.util.ArrayList;
import java.util.List;

/** The lines of a build, to which contexts are added. */
final class BuildLines {

  private static final String KEY = "build:";

  private BuildLines() {}

  /**
   * The same service, whose build is told which service's image each of some names is.
   *
   * @param lines from the service's key on, comments before it
   */
  static List<String> within(List<String> lines, List<BuildEdge> edges) {
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      int indent = line.length() - line.stripLeading().length();
      if (indent > 0 && line.startsWith(KEY, indent)) {
        int end = i + 1;
        while (end < lines.size() && isWithin(lines.get(end), indent)) {
          end++;
        }
        List<String> build = new ArrayList<>();
        for (String each : lines.subList(i, end)) {
          build.add(each.substring(Math.min(indent, each.length())));
        }
        List<String> changed = new ArrayList<>(lines.subList(0, i));
        for (String each : with(build, edges)) {
          changed.add(each.isEmpty() ? each : line.substring(0, indent) + each);
        }
        changed.addAll(lines.subList(end, lines.size()));
        return changed;
      }
    }
    return lines;
  }

  private static boolean isWithin(String line, int indent) {
    return !line.isBlank() && line.length() - line.stripLeading().length() > indent;
  }

  /**
   * The same build, told which service's image each of some names is. It is left as it is where it
   * has other contexts, or stands in brackets.
   *
   * @param lines from its key on, comments before it
   */
  static List<String> with(List<String> lines, List<BuildEdge> edges) {
    int key = 0;
    while (key < lines.size() && lines.get(key).startsWith("#")) {
      key++;
    }
    if (edges.isEmpty() || key == lines.size() || !lines.get(key).startsWith(KEY)) {
      return lines;
    }
    String value = lines.get(key).substring(KEY.length()).strip();
    boolean isShort =
        key == lines.size() - 1 && !value.isEmpty() && "&*{!|>".indexOf(value.charAt(0)) < 0;
    boolean isLong = key < lines.size() - 1 && (value.isEmpty() || value.startsWith("#"));
    if ((!isShort && !isLong) || String.join("\n", lines).contains("additional_contexts")) {
      return lines;
    }
    List<String> longer = new ArrayList<>(lines);
    String indent = "  ";
    if (isShort) {
      longer.set(key, KEY);
      longer.add("  context: " + value);
    } else {
      String first = lines.get(key + 1);
      indent = first.substring(0, first.length() - first.stripLeading().length());
    }
    List<String> pairs = new ArrayList<>();
    for (BuildEdge edge : edges) {
      pairs.addAll(
          YamlCut.written(
              NewYaml.pair(edge.image(), NewYaml.text("service:" + edge.base().name()))));
    }
    for (String line : YamlCut.within("additional_contexts", pairs)) {
      longer.add(indent + line);
    }
    return longer;
  }
}
