package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlUses.Target;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** An anchor tells readers that a change shows elsewhere, too, and without an alias it does not. */
@RuleInfo(
    id = "compose/unused-anchor",
    title = "YAML anchor is never used",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE)
public final class UnusedAnchor extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    if (!file.problems().isEmpty()) {
      return;
    }
    for (Target target : file.yaml().uses().unused()) {
      Optional<Slice> place = place(target, file);
      if (place.isPresent()) {
        report(target, place.get(), file, context);
      }
    }
  }

  /** Where the anchor stands with its sign: before the node, tag and comments between them. */
  private static Optional<Slice> place(Target target, ComposeFile file) {
    String content = file.source().content();
    String written = "&" + target.name();
    int at = content.lastIndexOf(written, target.span().start());
    while (at >= 0 && isComment(at, file)) {
      at = content.lastIndexOf(written, at - 1);
    }
    int end = at + written.length();
    boolean ends = end >= content.length() || content.charAt(end) <= ' ';
    return at >= 0 && ends && end <= target.span().start() + 1
        ? Optional.of(file.source().slice(new Span(at, end)))
        : Optional.empty();
  }

  private static boolean isComment(int offset, ComposeFile file) {
    for (Slice comment : file.comments()) {
      if (comment.span().contains(Span.at(offset))) {
        return true;
      }
    }
    return false;
  }

  private static void report(Target target, Slice place, ComposeFile file, RuleContext context) {
    Slice node = file.source().slice(target.span());
    Slice name = place.part(1, place.span().length());
    Anchor owner = file.owner(node);
    Optional<ComposeFile.Spot> extension = Extensions.around(file, target);
    Finding finding =
        extension.isPresent()
            ? Finding.at(
                owner,
                name,
                "anchor %s is never used, so nothing reads %s",
                name,
                extension.get().entry().key().slice())
            : Finding.at(owner, name, "anchor %s is never used", name);
    context.report(
        finding.withFix(
            extension.isPresent()
                ? removal(extension.get(), owner, file)
                : Fix.safe("Remove the anchor", Edit.delete(withBlanks(place)))
                    .declaring(ModelChange.of(ModelChange.Kind.SPELLING, file.name(), owner))));
  }

  private static Fix removal(ComposeFile.Spot spot, Anchor owner, ComposeFile file) {
    Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(spot.mapping(), spot.entry());
    String key = ((YamlNode.Scalar) spot.entry().key()).text();
    return Fix.unsafe("Remove " + key, edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), owner));
  }

  /** With the blanks behind it; before it, where the line ends there. */
  private static Slice withBlanks(Slice place) {
    String content = place.source().content();
    int start = place.span().start();
    int end = place.span().end();
    while (end < content.length() && content.charAt(end) == ' ') {
      end++;
    }
    boolean last = end >= content.length() || content.charAt(end) < ' ';
    while (last && start > 0 && content.charAt(start - 1) == ' ') {
      start--;
    }
    return new Slice(place.source(), new Span(start, end));
  }
}
