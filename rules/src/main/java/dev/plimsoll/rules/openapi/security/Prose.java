package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text for people, which tools show as CommonMark, with HTML in it. */
record Prose(OpenApiObject object, String field, Scalar scalar) {

  /** What a program that is called begins with. */
  static final String CALL = "eval(";

  private static final String[] FIELDS = {"description", "title", "summary"};

  /** The texts of a description that may have something active in them. */
  private record Suspicious(List<Prose> texts) {

    private static Suspicious in(OpenApiDescription api) {
      List<Prose> texts = new ArrayList<>();
      for (OpenApiObject object : api.objects()) {
        for (String field : FIELDS) {
          Optional<Scalar> scalar = object.scalar(field);
          if (scalar.isPresent() && isSuspicious(scalar.get().text())) {
            texts.add(new Prose(object, field, scalar.get()));
          }
        }
      }
      return new Suspicious(texts);
    }

    private static boolean isSuspicious(String text) {
      return text.indexOf('<') >= 0 || text.contains("](") || text.contains(CALL);
    }
  }

  /** Those of a description that have markup, a link or a call of {@code eval} in them. */
  static List<Prose> suspicious(OpenApiDescription api) {
    return api.once(Suspicious.class, Suspicious::in).texts();
  }

  String text() {
    return scalar.text();
  }

  /** Whether an offset of the text stands in code, which is shown as it is. */
  boolean isCode(int offset) {
    int at = 0;
    char fence = 0;
    boolean wasBlank = true;
    while (at <= offset) {
      int end = lineEnd(at);
      String line = text().substring(at, end);
      String bare = line.stripLeading();
      char opened = bare.startsWith("```") ? '`' : bare.startsWith("~~~") ? '~' : 0;
      boolean isIndented = line.startsWith("    ") || line.startsWith("\t");
      if (offset <= end) {
        return fence != 0 || (isIndented && wasBlank) || isInSpan(line, offset - at);
      }
      if (fence == 0 || opened == fence) {
        fence = fence == 0 ? opened : 0;
      }
      wasBlank = bare.isEmpty() || (isIndented && wasBlank);
      at = end + 1;
    }
    return false;
  }

  private int lineEnd(int from) {
    int end = text().indexOf('\n', from);
    return end < 0 ? text().length() : end;
  }

  /** Whether an offset of a line stands between backticks, as many before as behind. */
  private static boolean isInSpan(String line, int offset) {
    int at = line.indexOf('`');
    while (at >= 0 && at < offset) {
      int end = at;
      while (end < line.length() && line.charAt(end) == '`') {
        end++;
      }
      int close = line.indexOf(line.substring(at, end), end);
      if (close < 0) {
        return false;
      }
      if (offset >= end && offset < close) {
        return true;
      }
      at = line.indexOf('`', close + end - at);
    }
    return false;
  }

  /** The place of a part of the text; all of it where escapes are in the way. */
  Slice place(int start, int end) {
    String part = text().substring(start, end);
    String raw = scalar.slice().text();
    int nth = 0;
    for (int at = text().indexOf(part); at < start; at = text().indexOf(part, at + 1)) {
      nth++;
    }
    int found = raw.indexOf(part);
    for (int i = 0; i < nth && found >= 0; i++) {
      found = raw.indexOf(part, found + 1);
    }
    return found < 0 ? scalar.slice() : scalar.slice().part(found, found + part.length());
  }
}
