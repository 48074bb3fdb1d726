package dev.plimsoll.rules.dockerfile.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** What was meant to stay out of the image, a key among it, is sent to the builder. */
@RuleInfo(
    id = "dockerfile/dockerignore-inline-comment",
    title = "Trailing comment spoils an ignore pattern",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class DockerignoreInlineComment extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    Optional<Copy> copy = firstOfContext(file);
    if (copy.isEmpty()) {
      return;
    }
    Answer<Optional<IgnoreFile>> answer = context.project().ignoreFile(file);
    if (answer instanceof Answer.Known<Optional<IgnoreFile>> known && known.value().isPresent()) {
      for (IgnorePattern pattern : known.value().get().patterns()) {
        int hash = comment(pattern.slice().text());
        if (hash > 0) {
          context.report(finding(copy.get(), pattern.slice(), hash).because(known.because()));
        }
      }
    }
  }

  /** The first instruction that the ignore file keeps something from. */
  private static Optional<Copy> firstOfContext(DockerfileModel file) {
    for (Step step : file.steps()) {
      if (step instanceof Copy copy
          && copy.readsContext()
          && !copy.tree().sources().isEmpty()
          && copy.tree().sources().get(0).text().indexOf("://") < 0) {
        return Optional.of(copy);
      }
    }
    return Optional.empty();
  }

  /** Where a comment begins behind a pattern, or -1; {@code Issue #12} is a name. */
  private static int comment(String line) {
    for (int hash = line.indexOf('#', 1); hash > 0; hash = line.indexOf('#', hash + 1)) {
      char before = line.charAt(hash - 1);
      char after = hash + 1 < line.length() ? line.charAt(hash + 1) : ' ';
      if ((before == ' ' || before == '\t') && !Character.isDigit(after)) {
        return hash;
      }
    }
    return -1;
  }

  private static Finding finding(Copy copy, Slice line, int hash) {
    String text = line.text();
    int end = hash;
    while (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t') {
      end--;
    }
    Slice comment = line.part(hash, text.length());
    SourceText source = line.source().host();
    int place = line.place().span().start();
    int start = source.content().lastIndexOf('\n', place - 1) + 1;
    Edit above =
        new Edit.Replace(
            source.name(), Span.at(start), comment.text() + source.lineEndingAt(place));
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    return Finding.at(
            copy.anchor(),
            copy.tree().sources().get(0).slice(),
            "%s of %s matches nothing: the comment behind it counts as a part of it",
            line.part(0, end),
            name)
        .related(comment, "comments stand on lines of their own")
        .withFix(
            Fix.unsafe(
                    "Put the comment before the pattern",
                    above,
                    Edit.delete(line.part(end, text.length())))
                .changing(Anchor.FILE)
                .mayTrigger("dockerfile/copy-ignored-file"));
  }
}
