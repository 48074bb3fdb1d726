package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** What a stage starts from, and what is in force at its start. */
final class StageOpener {

  private final char escape;
  private final SourceFinder sources;
  private final BaseImages images;

  StageOpener(char escape, SourceFinder sources, BaseImages images) {
    this.escape = escape;
    this.sources = sources;
    this.images = images;
  }

  /** What is in force at the top of a file, where no USER or WORKDIR can be. */
  BuildState beforeStages(Slice top) {
    return unknown(top, environment(new GlobalArguments.BeforeAll(top)));
  }

  /** The base that FROM names, given the arguments before it. */
  Base base(Word image, Environment globals) {
    Value name = globals.valueOf(image.slice());
    if (!(name.alternatives().get(0) instanceof Value.Known known)) {
      return new Base.OfImage(name, Optional.empty(), Optional.empty());
    }
    Optional<Stage> stage = sources.earlier(known.text());
    if (stage.isPresent()) {
      return new Base.OfStage(stage.get());
    }
    if (known.text().equals("scratch")) {
      return new Base.Scratch();
    }
    Optional<ImageReference> reference = ImageReference.parse(known.text());
    return new Base.OfImage(
        name, reference, reference.isEmpty() ? Optional.empty() : images.find(reference.get()));
  }

  /** What is in force before the first instruction after FROM. */
  BuildState start(Base base, Word image) {
    Slice slice = image.slice();
    if (base instanceof Base.OfStage parent) {
      return parent.stage().end();
    }
    if (base instanceof Base.OfImage named) {
      Environment environment = environment(new GlobalArguments.InImage(slice));
      return named.known().isPresent()
          ? known(named.known().get(), slice, environment)
          : unknown(slice, environment);
    }
    return state(
        new Value.Known("0", slice),
        new Value.Known("/", slice),
        BuildShell.byDefault(false),
        environment(new GlobalArguments.InScratch(slice)));
  }

  private Environment environment(Variables.Start start) {
    return new Environment(escape, Variables.startingWith(start));
  }

  private static BuildState known(BaseImage image, Slice slice, Environment environment) {
    Value workdir =
        image.workdir().isPresent()
            ? new Value.Known(image.workdir().get(), slice)
            : new Value.Known("/", slice);
    return state(new Value.Known(image.user(), slice), workdir, BuildShell.of(image), environment);
  }

  private BuildState unknown(Slice slice, Environment environment) {
    Value.Unknown unknown = new Value.Unknown("the base image is not known here", slice);
    // A file that takes the backtick for its escape character is written for Windows.
    boolean windows = escape == '`' || isNamedForWindows(slice.text());
    return state(unknown, unknown, BuildShell.byDefault(windows), environment);
  }

  private static boolean isNamedForWindows(String image) {
    return image.contains("windows")
        || image.contains("nanoserver")
        || image.contains("servercore");
  }

  private static BuildState state(
      Value user, Value workdir, BuildShell shell, Environment environment) {
    return new BuildState(
        user,
        workdir,
        shell,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        environment,
        Marks.NONE);
  }
}
