package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the comments of a Dockerfile speak about. */
final class CommentSites {

  private final DockerfileModel model;

  CommentSites(DockerfileModel model) {
    this.model = model;
  }

  /** The comments of the file, then those of its scripts. */
  static List<Slice> comments(DockerfileModel model) {
    List<Slice> comments = new ArrayList<>();
    for (Comment comment : model.tree().comments()) {
      comments.add(comment.slice());
    }
    for (Step step : model.steps()) {
      if (step instanceof Run run) {
        Optional<ScriptTree> tree = run.script().tree();
        if (tree.isPresent()) {
          comments.addAll(tree.get().comments());
        }
      }
    }
    return comments;
  }

  CommentSite of(Slice comment) {
    int end = comment.place().span().end();
    if (isDirective(comment)) {
      return new CommentSite(Anchor.FILE, Span.at(end), Standing.DIRECTIVE);
    }
    List<Step> steps = model.steps();
    boolean late = !steps.isEmpty() && steps.get(0).tree().slice().span().start() < end;
    Standing standing = late ? Standing.BODY : Standing.HEAD;
    for (Step step : steps) {
      Span span = step.tree().slice().span();
      if (span.start() < end && end <= span.end()) {
        return within(step, comment, end);
      }
      if (span.start() >= end) {
        return new CommentSite(step.anchor(), span, standing);
      }
    }
    return new CommentSite(Anchor.FILE, Span.at(end), standing);
  }

  private boolean isDirective(Slice comment) {
    for (Directive directive : model.tree().directives()) {
      if (directive.comment().slice().equals(comment)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Between the continued lines of a RUN the next command, in the script of a heredoc the next
   * list; where the script was not understood, all that follows.
   */
  private CommentSite within(Step step, Slice comment, int end) {
    if (step instanceof Run run) {
      boolean isOfFile = isOfFile(comment);
      CommentSite next = isOfFile ? run.script().commandAfter(end) : run.script().siteAfter(end);
      if (!isOfFile && !CommentSite.isAlone(comment)) {
        return next.standing(Standing.TRAILING);
      }
      if (!next.span().isEmpty()) {
        return next;
      }
    }
    Span rest = new Span(end, Math.max(end, step.tree().slice().span().end()));
    return new CommentSite(step.anchor(), rest, Standing.BODY);
  }

  /** Whether the file's own reader met it, not that of a script. */
  private boolean isOfFile(Slice comment) {
    for (Comment each : model.tree().comments()) {
      if (each.slice().equals(comment)) {
        return true;
      }
    }
    return false;
  }
}
