package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that show the description run it for each reader. */
@RuleInfo(
    id = "openapi/script-in-description",
    title = "Description contains active markup",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:no-script-tags-in-markdown",
      "vacuum:no-script-tags-in-markdown",
      "redocly:no-unsafe-markdown"
    },
    cwe = 79)
public final class ScriptInDescription extends OpenApiRule {

  private static final Pattern SCRIPT =
      Pattern.compile("<script(?=[\\s/>]|$)", Pattern.CASE_INSENSITIVE);

  private static final String EVENTS =
      "abort|animation\\w+|begin|blur|change|click|contextmenu|copy|cut|dblclick|drag\\w*|drop|error"
          + "|focus\\w*|hashchange|input|key\\w+|load\\w*|message|mouse\\w+|paste|play|pointer\\w+"
          + "|popstate|reset|resize|scroll|select|show|submit|toggle|touch\\w+|transition\\w+|unload"
          + "|wheel";

  private static final Pattern HANDLER =
      Pattern.compile(
          "<[a-z][a-z0-9]*\\b[^<>]{0,400}?\\s(on(?:" + EVENTS + "))\\s*=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LINK =
      Pattern.compile(
          "(?:\\]\\(\\s*<?|(?:href|src|action)\\s*=\\s*[\"']?\\s*|<)(javascript:)",
          Pattern.CASE_INSENSITIVE);

  private static final String SCRIPT_WORD = "script";
  private static final String END = "</script>";

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    for (Prose prose : Prose.suspicious(api)) {
      if (mayRun(prose.text())) {
        report(prose, SCRIPT, 0, "%s runs a script in the pages that show it", context);
        report(prose, HANDLER, 1, "%s runs what stands behind it", context);
        report(prose, LINK, 1, "%s runs what stands behind it", context);
      }
    }
  }

  /** Whether the word script or a word with "on" before an equals sign is in it: few have one. */
  private static boolean mayRun(String text) {
    boolean isName = false; // of an attribute that begins with "on"
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && isName) {
        return true;
      }
      if ((c == 's' || c == 'S') && text.regionMatches(true, i, SCRIPT_WORD, 0, 6)) {
        return true;
      }
      if (c <= ' ') {
        isName |= text.regionMatches(true, i + 1, "on", 0, 2);
      } else if (c == '<' || c == '>') {
        isName = false;
      }
    }
    return false;
  }

  private static void report(
      Prose prose, Pattern pattern, int group, String message, RuleContext context) {
    Matcher matcher = pattern.matcher(prose.text());
    while (matcher.find()) {
      int start = matcher.start(group);
      if (!prose.isCode(start)) {
        Slice place = prose.place(start, matcher.end(group));
        Finding finding =
            Finding.at(
                prose.object().anchor().child(prose.field()), place, message, matcher.group(group));
        Optional<Edit> removal = pattern == SCRIPT ? removal(prose, place) : Optional.empty();
        context.report(
            removal.isEmpty()
                ? finding
                : finding.withFix(
                    Fix.unsafe("Remove the script", removal.get())
                        .changing(prose.object().anchor().child(prose.field()))));
      }
    }
  }

  /** Removes the element from a text in quotes or on lines of its own, unless it is all of it. */
  private static Optional<Edit> removal(Prose prose, Slice place) {
    Slice all = prose.scalar().slice();
    int start = place.span().start() - all.span().start();
    String raw = all.text();
    int end = raw.toLowerCase(Locale.ROOT).indexOf(END, start) + END.length();
    boolean isBlock =
        prose.scalar().style() == Style.LITERAL || prose.scalar().style() == Style.FOLDED;
    if (start == 0 || end < END.length() || prose.scalar().style() == Style.PLAIN) {
      return Optional.empty();
    }
    int line = raw.lastIndexOf('\n', start) + 1;
    int next = raw.indexOf('\n', end);
    boolean isOnOwnLines =
        isBlock
            && raw.substring(line, start).isBlank()
            && next >= 0
            && raw.substring(end, next).isBlank();
    if (isOnOwnLines) {
      return Optional.of(Edit.delete(all.part(line, next + 1)));
    }
    return raw.substring(start, end).contains("\n")
        ? Optional.empty()
        : Optional.of(Edit.delete(all.part(start, end)));
  }
}
