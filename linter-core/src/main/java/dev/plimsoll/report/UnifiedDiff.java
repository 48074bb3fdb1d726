package dev.plimsoll.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fixes of an outcome as a patch that {@code git apply} takes. It holds the texts as they are,
 * secrets included: that is what a patch is for.
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file\n";

  private final StringBuilder patch = new StringBuilder();

  private UnifiedDiff() {}

  /** The patch, with the changed files before the new ones; empty where nothing changed. */
  public static String of(Outcome outcome, PathNames paths) {
    UnifiedDiff diff = new UnifiedDiff();
    for (Map.Entry<String, FileText> entry : outcome.changed().entrySet()) {
      FileText text = entry.getValue();
      String before = asWritten(text.read().encode(text.read().content()));
      String after = asWritten(text.read().encode(text.written().content()));
      diff.changed(paths.shown(entry.getKey()), lines(before), lines(after));
    }
    for (NewFile file : outcome.created()) {
      diff.created(paths.shown(file.name()), file);
    }
    return diff.patch.toString();
  }

  private static String asWritten(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Lines with their LF; a CR before it is a character of the line, as git has it. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private void created(String path, NewFile file) {
    String mode = (file.mode() & 0111) != 0 ? "100755" : "100644";
    patch.append("diff --git ").append(quoted("a/" + path)).append(' ');
    patch.append(quoted("b/" + path)).append("\nnew file mode ").append(mode).append('\n');
    List<String> lines = lines(file.text());
    if (lines.isEmpty()) {
      return;
    }
    patch.append("--- /dev/null\n+++ ").append(quoted("b/" + path)).append('\n');
    patch.append("@@ -0,0 +1,").append(lines.size()).append(" @@\n");
    for (String line : lines) {
      line('+', line);
    }
  }

  private void changed(String path, List<String> before, List<String> after) {
    patch.append("diff --git ").append(quoted("a/" + path)).append(' ');
    patch.append(quoted("b/" + path)).append('\n');
    patch.append("--- ").append(quoted("a/" + path)).append('\n');
    patch.append("+++ ").append(quoted("b/" + path)).append('\n');
    List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
    int first = 0;
    while (first < deltas.size()) {
      int last = first;
      while (last + 1 < deltas.size() && touch(deltas.get(last), deltas.get(last + 1))) {
        last++;
      }
      hunk(deltas.subList(first, last + 1), before);
      first = last + 1;
    }
  }

  /** Whether the context of two changes would meet. */
  private static boolean touch(AbstractDelta<String> one, AbstractDelta<String> next) {
    int end = one.getSource().getPosition() + one.getSource().size();
    return next.getSource().getPosition() - end <= 2 * CONTEXT;
  }

  private void hunk(List<AbstractDelta<String>> deltas, List<String> before) {
    AbstractDelta<String> head = deltas.get(0);
    AbstractDelta<String> tail = deltas.get(deltas.size() - 1);
    int start = Math.max(0, head.getSource().getPosition() - CONTEXT);
    int end =
        Math.min(before.size(), tail.getSource().getPosition() + tail.getSource().size() + CONTEXT);
    int newStart = start + head.getTarget().getPosition() - head.getSource().getPosition();
    int grown = 0;
    for (AbstractDelta<String> delta : deltas) {
      grown += delta.getTarget().size() - delta.getSource().size();
    }
    patch.append("@@ -").append(range(start, end - start));
    patch.append(" +").append(range(newStart, end - start + grown)).append(" @@\n");
    int at = start;
    for (AbstractDelta<String> delta : deltas) {
      while (at < delta.getSource().getPosition()) {
        line(' ', before.get(at++));
      }
      for (String line : delta.getSource().getLines()) {
        line('-', line);
      }
      for (String line : delta.getTarget().getLines()) {
        line('+', line);
      }
      at += delta.getSource().size();
    }
    while (at < end) {
      line(' ', before.get(at++));
    }
  }

  /** An empty range is named by the line before it. */
  private static String range(int start, int size) {
    return (size == 0 ? start : start + 1) + "," + size;
  }

  private void line(char mark, String line) {
    patch.append(mark).append(line);
    if (!line.endsWith("\n")) {
      patch.append('\n').append(NO_NEWLINE);
    }
  }

  /** As git quotes a path with characters that a patch could not hold, core.quotePath's default. */
  private static String quoted(String path) {
    StringBuilder quoted = new StringBuilder("\"");
    boolean needed = false;
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      int value = each & 0xFF;
      if (value == '"' || value == '\\') {
        quoted.append('\\').append((char) value);
        needed = true;
      } else if (value < 0x20 || value >= 0x7F) {
        quoted.append(String.format(Locale.ROOT, "\\%03o", value));
        needed = true;
      } else {
        quoted.append((char) value);
      }
    }
    return needed ? quoted.append('"').toString() : path;
  }
}
