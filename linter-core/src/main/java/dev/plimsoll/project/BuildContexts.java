package dev.plimsoll.project;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that a Dockerfile is built from: those that Compose files name, else the one that is
 * guessed. Of several, only what they all say counts.
 */
final class BuildContexts {

  private final DockerfileModel file;
  private final List<BuildContext> contexts;

  BuildContexts(DockerfileModel file, List<BuildContext> contexts) {
    this.file = file;
    this.contexts = List.copyOf(contexts);
  }

  /** Those of a file that nothing is asked about yet. */
  static BuildContexts of(Project project, Inquiry inquiry, DockerfileModel file) {
    List<BuildContext> contexts = new ArrayList<>();
    for (String folder : project.composeBuilds().contexts(file.source().name(), inquiry)) {
      contexts.add(new BuildContext(project.workspace(), inquiry, file, Optional.of(folder)));
    }
    if (contexts.isEmpty()) {
      contexts.add(new BuildContext(project.workspace(), inquiry, file, Optional.empty()));
    }
    return new BuildContexts(file, contexts);
  }

  /** Whether it is that of this very model. */
  @SuppressWarnings("ReferenceEquality") // another state of the file has another model
  boolean isOf(DockerfileModel other) {
    return file == other;
  }

  Answer<Optional<Exclusion>> excluded(String source) {
    List<Answer<Optional<Exclusion>>> answers = new ArrayList<>();
    for (BuildContext context : contexts) {
      answers.add(context.excluded(source));
    }
    return agreed(answers);
  }

  Answer<Optional<SourceText>> file(String source) {
    List<Answer<Optional<SourceText>>> answers = new ArrayList<>();
    for (BuildContext context : contexts) {
      answers.add(context.file(source));
    }
    return agreed(answers);
  }

  Answer<Optional<IgnoreFile>> ignoreRules() {
    List<Answer<Optional<IgnoreFile>>> answers = new ArrayList<>();
    for (BuildContext context : contexts) {
      answers.add(context.ignoreRules());
    }
    return agreed(answers);
  }

  Answer<Optional<String>> newFile(String source) {
    List<Answer<Optional<String>>> answers = new ArrayList<>();
    for (BuildContext context : contexts) {
      answers.add(context.newFile(source));
    }
    return agreed(answers);
  }

  Answer<Reaching> reaching(String source, List<String> names) {
    List<Answer<Reaching>> answers = new ArrayList<>();
    for (BuildContext context : contexts) {
      answers.add(context.reaching(source, names));
    }
    return agreed(answers);
  }

  private static <T> Answer<T> agreed(List<Answer<T>> answers) {
    Answer<T> first = answers.get(0);
    for (Answer<T> other : answers) {
      if (other instanceof Answer.Unknown || first instanceof Answer.Unknown) {
        return other instanceof Answer.Unknown ? other : first;
      }
      if (!key((Answer.Known<T>) other).equals(key((Answer.Known<T>) first))) {
        return new Answer.Unknown<>("the file is built from several folders");
      }
    }
    return first;
  }

  /** What tells answers apart: files are read anew for each folder. */
  private static String key(Answer.Known<?> answer) {
    Object value = answer.value();
    if (value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        return "";
      }
      value = optional.get();
    }
    if (value instanceof Exclusion exclusion) {
      return exclusion.file() + exclusion.pattern().place();
    }
    if (value instanceof SourceText text) {
      return text.name();
    }
    return value instanceof Reaching reaching
        ? reaching.ignoreName() + reaching.files()
        : value instanceof String name ? name : answer.because().toString();
  }
}
