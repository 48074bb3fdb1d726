package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** Files of the build context, found by where COPY and ADD put them in the image of a stage. */
final class CopiedFiles {

  private static final List<String> SEARCH_PATH =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private final Stage stage;
  private final BuildContexts context;

  CopiedFiles(Stage stage, BuildContexts context) {
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
    if (!(copy.target() instanceof Value.Known target) || !copy.readsContext()) {
      return new Answer.Unknown<>("it may come from another stage");
    }
    boolean isSure = copy.contextSources().size() == copy.tree().sources().size();
    String below = path.substring(Math.min(path.length(), target.text().length()));
    for (String source : copy.contextPathsOf(path)) {
      Answer<Optional<SourceText>> found = context.file(source);
      if (isFound(found)) {
        return found;
      }
      isSure &= found instanceof Answer.Known && below.isEmpty();
    }
    return isSure && copy.tree().heredocs().isEmpty()
        ? new Answer.Known<>(Optional.empty(), List.of())
        : new Answer.Unknown<>("the file that is copied there is not seen");
  }
}
