package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that were read last: a proof looks at what was judged just before it. Few of them, as
 * a model is some ten times its text. Safe for use by several threads.
 */
final class RecentModels {

  private static final int KEPT = 3;

  private final List<SourceModel> models = new ArrayList<>(KEPT); // the first is the next to go

  synchronized Optional<SourceModel> find(SourceText text) {
    for (int i = 0; i < models.size(); i++) {
      if (isOf(text, models.get(i))) {
        SourceModel model = models.remove(i); // by its place: to compare models is dear
        models.add(model);
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
      models.remove(0);
    }
    models.add(model);
  }
}
