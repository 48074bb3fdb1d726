package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Paths;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Set;

/** Paths are easier to remember, and to type, where all are written in one way. */
@RuleInfo(
    id = "openapi/path-not-kebab-case",
    title = "Path segment is not kebab-case",
    severity = Severity.STYLE,
    category = Category.STYLE,
    profile = Profile.ALL,
    fix = Safety.UNSAFE,
    aliases = {"redocly:paths-kebab-case", "vacuum:paths-kebab-case", "zally:129", "zally:M010"},
    options = PathNotKebabCase.Options.class)
public final class PathNotKebabCase extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "how segments are written: kebab, snake, camel or pascal",
              byDefault = "kebab",
              pattern = "(?:kebab|snake|camel|pascal)",
              form = "kebab, snake, camel or pascal")
          String casing,
      @Option(help = "segments that may be written otherwise") List<String> exceptions) {}

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (Paths.isPath(object)) {
      check(object, api, context);
    }
  }

  private static void check(OpenApiObject item, OpenApiDescription api, RuleContext context) {
    Options options = context.options(Options.class);
    Casing casing = Casing.of(options.casing());
    String path = item.name();
    StringBuilder renamed = new StringBuilder();
    int first = -1;
    int end = -1;
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int next = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, next);
      int stem = start + stem(segment);
      String name = path.substring(start, stem);
      boolean isOther = isName(name) && !casing.is(name) && !options.exceptions().contains(segment);
      if (isOther && first < 0) {
        first = start;
        end = stem;
      }
      renamed.append(isOther ? casing.write(name) : name).append(path, stem, next);
      renamed.append(slash < 0 ? "" : "/");
      start = next + 1;
    }
    if (first >= 0) {
      report(
          item,
          item.part(first, end),
          path.substring(first, end),
          renamed.toString(),
          api,
          context);
    }
  }

  private static void report(
      OpenApiObject item,
      Slice place,
      String name,
      String path,
      OpenApiDescription api,
      RuleContext context) {
    String casing = context.options(Options.class).casing();
    String cased = Casing.of(casing).write(name);
    Finding finding =
        Finding.at(item.anchor(), place, "%s is not in %s case: write %s", name, casing, cased);
    context.report(Paths.renaming(finding, item, path, api));
  }

  /** Where its name ends: before a verb behind a colon, an extension, a matrix parameter. */
  private static int stem(String segment) {
    for (int i = 1; i < segment.length(); i++) {
      if (":.;(".indexOf(segment.charAt(i)) >= 0) {
        return i;
      }
    }
    return segment.length();
  }

  /** Whether it is a name alone, of letters that have a case. */
  private static boolean isName(String name) {
    boolean hasLetter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      hasLetter |= isLetter;
      if (!isLetter && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return hasLetter;
  }
}
