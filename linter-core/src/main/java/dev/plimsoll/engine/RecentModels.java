package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.text.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The models that were read last: a proof looks at what was judged just before it. Few of them, as
 * a model is some ten times its text. Safe for use by several threads.
 */
final class RecentModels {

  private static final int KEPT = 3;

  private final Deque<SourceModel> models = new ArrayDeque<>();

  synchronized Optional<SourceModel> find(SourceText text) {
    for (SourceModel model : models) {
      if (isOf(text, model)) {
        models.remove(model);
        models.addFirst(model); // the last of all to go
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // an equal text would have to be compared
  private static boolean isOf(SourceText text, SourceModel model) {
    return model.source() == text;
  }

  synchronized void add(SourceModel model) {
    if (models.size() == KEPT) {
      models.removeLast();
    }
    models.addFirst(model);
  }
}
