package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service of a Compose set that builds an image under a name. The set itself is not kept: it is
 * loaded when it is asked for.
 *
 * @param file one of which the set is
 * @param files all of the set, by which it is told from others of the file
 * @param build what it is built from, and how, in one text
 */
record ImageBuilder(String file, List<String> files, String service, String build) {

  ImageBuilder {
    files = List.copyOf(files);
  }

  ImageBuilder(String file, List<String> files, String service, ServiceBuild build) {
    this(file, files, service, text(build));
  }

  /** Whether another builds the very same. */
  boolean buildsAs(ImageBuilder other) {
    return build.equals(other.build);
  }

  private static String text(ServiceBuild build) {
    StringBuilder text = new StringBuilder(build.dockerfile()).append('\n').append(build.context());
    if (build.target().isPresent()) {
      text.append("\n:").append(build.target().get().text());
    }
    for (Map.Entry<String, Value> entry : new TreeMap<>(build.arguments().given()).entrySet()) {
      Value value = entry.getValue().alternatives().get(0);
      String said = value instanceof Value.Known known ? known.text() : "$";
      text.append('\n').append(entry.getKey()).append('=').append(said);
    }
    for (Map.Entry<String, Scalar> entry : new TreeMap<>(build.contexts()).entrySet()) {
      text.append('\n').append(entry.getKey()).append('@').append(entry.getValue().text());
    }
    return text.toString();
  }
}
