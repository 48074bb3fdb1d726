package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The variables of a project that another includes: the other's, and those of its own files. */
final class IncludedVariables {

  private final ComposeLoader loader;
  private Environment own = Environment.EMPTY;

  /** Of a project that the loader's project includes. */
  IncludedVariables(ComposeLoader loader) {
    this.loader = loader;
  }

  /**
   * What holds in the included project.
   *
   * @param item of the list {@code include}
   * @param project the folder that it names, as it names it
   */
  Environment of(ComposeNode item, String project) {
    Optional<ComposeNode> named =
        item instanceof Table table ? table.find("env_file") : Optional.empty();
    List<ComposeNode> files =
        named.isEmpty() || ComposeMerge.isNull(named.get())
            ? List.of()
            : named.get() instanceof Items items ? items.items() : List.of(named.get());
    if (files.isEmpty()) {
      Optional<SourceText> text = text(Paths.join(loader.folder(), Paths.clean(project + "/.env")));
      if (text.isPresent()) {
        add(text.get());
      }
    }
    for (ComposeNode file : files) {
      if (file instanceof Scalar scalar && !scalar.text().equals("/dev/null")) {
        Optional<SourceText> text = text(Paths.join(loader.folder(), scalar.text()));
        if (text.isPresent()) {
          add(text.get());
        } else {
          loader.refuse(
              Refusal.Kind.INCLUDE,
              Refusal.Cause.FILE_ABSENT,
              scalar.slice(),
              "no such file is there");
        }
      }
    }
    return loader.environment().over(own);
  }

  private Optional<SourceText> text(String name) {
    loader.loading().read().add(name);
    return loader.loading().files().text(name);
  }

  private void add(SourceText text) {
    Parsed<DotEnvFile> parsed =
        DotEnvReader.read(
            text, DotEnvFile.Format.COMPOSE, loader.environment().texts(), own.texts());
    for (Problem problem : parsed.problems()) {
      loader.refuse(Refusal.Kind.INTERPOLATION, problem.slice(), problem.message());
    }
    own = own.with(parsed.tree());
  }
}
