package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image that a file names, in FROM, in {@code COPY --from} or in a mount of RUN.
 *
 * @param word as written
 * @param name variables replaced; where an ARG may replace it, its default
 */
public record ImageUse(Anchor anchor, Slice word, Value.Known name, ImageReference reference) {

  private static final List<String> FROM = List.of("from");

  /** The images that a step names; one that no file tells is none. */
  static List<ImageUse> of(Step step, DockerfileModel model) {
    List<ImageUse> uses = new ArrayList<>();
    if (step instanceof StageStart start) {
      from(start, model.stages().get(start.index()), uses);
    } else if (step instanceof Copy copy && copy.source().isPresent()) {
      source(step, copy.flag("from").orElseThrow().value(), copy.source().get(), uses);
    } else if (step instanceof Run run) {
      for (Mount mount : run.mounts()) {
        Optional<MountFields.Field> field = mount.fields().last(FROM);
        if (mount.source().isPresent() && field.isPresent()) {
          source(step, field.get().value(), mount.source().get(), uses);
        }
      }
    }
    return uses;
  }

  private static void from(StageStart start, Stage stage, List<ImageUse> uses) {
    if (stage.base() instanceof Base.OfImage image
        && image.reference().isPresent()
        && image.name().alternatives().get(0) instanceof Value.Known known) {
      uses.add(
          new ImageUse(
              start.anchor(), start.tree().image().slice(), known, image.reference().get()));
    }
  }

  /** A bare word there may as well be a context that the build names, unless an image is known. */
  private static void source(Step step, Optional<Word> word, Source source, List<ImageUse> uses) {
    if (word.isPresent() && source instanceof Source.OfImage image) {
      Slice slice = word.get().slice();
      ImageReference reference = image.reference();
      if (!mayBeContext(slice.text()) || new BaseImages().find(reference).isPresent()) {
        uses.add(
            new ImageUse(step.anchor(), slice, new Value.Known(slice.text(), slice), reference));
      }
    }
  }

  private static boolean mayBeContext(String name) {
    return name.indexOf('/') < 0 && name.indexOf(':') < 0 && name.indexOf('@') < 0;
  }

  /** Where its tag is written; empty where it has none, or a variable says it. */
  public Optional<Slice> tag() {
    String text = word.text();
    if (reference.tag().isEmpty() || !isLiteral()) {
      return Optional.empty();
    }
    int end = text.indexOf('@') < 0 ? text.length() : text.indexOf('@');
    return Optional.of(word.part(end - reference.tag().get().length(), end));
  }

  /** Whether the word says all of it, without a variable, a quote or an escape. */
  public boolean isLiteral() {
    return name.text().equals(word.text());
  }
}
