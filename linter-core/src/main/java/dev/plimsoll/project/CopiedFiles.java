package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** Files of the build context, found by where COPY and ADD put them in the image of a stage. */
final class CopiedFiles {

  private static final List<String> SEARCH_PATH =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private final Stage stage;
  private final BuildContext context;

  CopiedFiles(Stage stage, BuildContext context) {
    this.stage = stage;
    this.context = context;
  }

  /** The file under a path, or under a name in one of the folders of programs. */
  Answer<Optional<SourceText>> find(String path) {
    if (path.indexOf('/') < 0) {
      Answer<Optional<SourceText>> answer = new Answer.Known<>(Optional.empty(), List.of());
      for (String folder : SEARCH_PATH) {
        Answer<Optional<SourceText>> found = at(folder + "/" + path);
        if (isFound(found)) {
          return found;
        }
        answer = found instanceof Answer.Unknown ? found : answer;
      }
      return answer;
    }
    Value absolute = stage.end().path(new Value.Known(path, stage.from().keyword().slice()));
    return absolute instanceof Value.Known known
        ? at(known.text())
        : new Answer.Unknown<>("the working folder is not known");
  }

  private static boolean isFound(Answer<Optional<SourceText>> answer) {
    return answer instanceof Answer.Known<Optional<SourceText>> known && known.value().isPresent();
  }

  /** The last copy to a path counts. */
  private Answer<Optional<SourceText>> at(String path) {
    List<Step> steps = stage.lineage();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Copy copy && mayReach(copy, path)) {
        Answer<Optional<SourceText>> found = source(copy, path);
        if (isFound(found) || found instanceof Answer.Unknown) {
          return found;
        }
      }
    }
    return new Answer.Known<>(Optional.empty(), List.of());
  }

  private static boolean mayReach(Copy copy, String path) {
    Value target = copy.target();
    return !(target instanceof Value.Known known)
        || path.equals(known.text())
        || path.startsWith(known.text().equals("/") ? "/" : known.text() + "/");
  }

  private Answer<Optional<SourceText>> source(Copy copy, String path) {
    List<Word> sources = copy.contextSources();
    if (!(copy.target() instanceof Value.Known target) || !copy.readsContext()) {
      return new Answer.Unknown<>("it may come from another stage");
    }
    boolean isSure = sources.size() == copy.tree().sources().size();
    String below = path.substring(Math.min(path.length(), target.text().length()));
    for (Word source : sources) {
      for (String name : names(source.text(), below, copy)) {
        Answer<Optional<SourceText>> found = context.file(name);
        if (isFound(found)) {
          return found;
        }
        isSure &= found instanceof Answer.Known && below.isEmpty();
      }
    }
    return isSure && copy.tree().heredocs().isEmpty()
        ? new Answer.Known<>(Optional.empty(), List.of())
        : new Answer.Unknown<>("the file that is copied there is not seen");
  }

  /** What a source may be called that ends up so far below the target. */
  private static List<String> names(String source, String below, Copy copy) {
    String base = source.substring(source.lastIndexOf('/') + 1);
    String rest = below.startsWith("/") ? below.substring(1) : below;
    if (rest.isEmpty()) {
      return copy.isIntoFolder() ? List.of() : List.of(source);
    }
    return rest.equals(base) ? List.of(source, source + "/" + rest) : List.of(source + "/" + rest);
  }
}
