package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all files of a project share while they are loaded: troubles, and how much is left to do.
 */
final class Loading {

  /** Files within files, by include or extends, each as often as it is read. */
  static final int MAX_FILES = 1_000;

  /** Values that services take from others, each as often as it is taken. */
  static final int MAX_TAKEN = 1_000_000;

  private final ComposeFiles files;
  private final ComposeSchema schema = new ComposeSchema();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Refusal> openRefusals = new ArrayList<>();
  private final Map<List<Object>, Violation> violations = new LinkedHashMap<>();
  private final List<Interpolation> interpolations = new ArrayList<>();
  private final List<Redefinition> redefinitions = new ArrayList<>();
  private final Set<Slice> resets = new LinkedHashSet<>();
  private final Set<Slice> acted = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Map<List<Object>, Optional<Table>> included = new HashMap<>();
  private int loaded;
  private int taken;

  Loading(ComposeFiles files) {
    this.files = files;
  }

  ComposeFiles files() {
    return files;
  }

  ComposeSchema schema() {
    return schema;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** What Compose refuses unless the environment sets a variable that no file does. */
  List<Refusal> openRefusals() {
    return openRefusals;
  }

  List<Violation> violations() {
    return List.copyOf(violations.values());
  }

  /** Adds what is not known yet: a model is checked again with each file that is laid over it. */
  void violated(List<Violation> found) {
    for (Violation each : found) {
      violations.putIfAbsent(List.of(each.place(), each.kind(), each.template()), each);
    }
  }

  /** The texts that variables are in, in the order in which they were replaced. */
  List<Interpolation> interpolations() {
    return interpolations;
  }

  /** What included files say otherwise. */
  List<Redefinition> redefinitions() {
    return redefinitions;
  }

  /** What stands behind the tags that take something away. */
  Set<Slice> resets() {
    return resets;
  }

  /** Those of them that found something to take away. */
  Set<Slice> acted() {
    return acted;
  }

  /** The names of all files that were asked for. */
  Set<String> read() {
    return read;
  }

  /** The models of projects that were included, by their files, folders and variables. */
  Map<List<Object>, Optional<Table>> included() {
    return included;
  }

  /** Whether one more file may be read. */
  boolean mayLoad(Slice by) {
    loaded++;
    if (loaded == MAX_FILES + 1) {
      String message = "more than " + MAX_FILES + " files within files: the rest is unread";
      refusals.add(new Refusal(Refusal.Kind.LIMIT, by, message));
    }
    return loaded <= MAX_FILES;
  }

  /** Whether a service may take all that another has. */
  boolean mayTake(ComposeNode base, Slice by) {
    if (taken > MAX_TAKEN) {
      return false;
    }
    taken += size(base);
    if (taken > MAX_TAKEN) {
      String message = "services take more than " + MAX_TAKEN + " values from others: it ends here";
      refusals.add(new Refusal(Refusal.Kind.LIMIT, by, message));
    }
    return taken <= MAX_TAKEN;
  }

  /** How many values a node has, itself among them. */
  static int size(ComposeNode node) {
    int size = 1;
    if (node instanceof ComposeNode.Items items) {
      for (ComposeNode item : items.items()) {
        size += size(item);
      }
    } else if (node instanceof Table table) {
      for (ComposeNode.Member member : table.members().values()) {
        size += size(member.value());
      }
    }
    return size;
  }
}
