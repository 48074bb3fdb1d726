package dev.plimsoll.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which OpenAPI documents reach which other files by their references, in one state of the files.
 * Safe for use by several threads.
 */
public final class OpenApiLinks {

  private static final int MOST_REACHED = 20_000;
  private static final int MOST_CANDIDATES = 256;

  private final Workspace workspace;
  private final Map<String, Node> nodes = new HashMap<>();
  private Map<String, List<String>> documentsByFile = Map.of();
  private boolean isInverted;

  /** A file: whether it is a document, and which files it names that are there. */
  private record Node(boolean isDocument, Set<String> named) {
    static final Node NONE = new Node(false, Set.of());
  }

  public OpenApiLinks(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The files that a document reaches, itself left out, those of other documents among them. */
  public synchronized Set<String> reachedFrom(String document) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(document);
    while (!open.isEmpty() && reached.size() < MOST_REACHED) {
      for (String name : node(open.remove()).named()) {
        if (!name.equals(document) && reached.add(name)) {
          open.add(name);
        }
      }
    }
    return reached;
  }

  /** Whether a file is a document of its own. */
  public synchronized boolean isDocument(String name) {
    return node(name).isDocument();
  }

  /**
   * The documents that reach a file: of those that are known, or else of those that lie near it, in
   * its folder, those above it, and the folders right below these.
   *
   * @param known names of OpenAPI files; always the same ones
   */
  public synchronized List<String> documentsOf(String file, Collection<String> known) {
    if (!isInverted) {
      documentsByFile = inverted(known);
      isInverted = true;
    }
    List<String> found = documentsByFile.getOrDefault(file, List.of());
    return found.isEmpty() ? near(file) : found;
  }

  private Map<String, List<String>> inverted(Collection<String> known) {
    Map<String, List<String>> documents = new HashMap<>();
    for (String document : known) {
      if (node(document).isDocument()) {
        for (String name : reachedFrom(document)) {
          List<String> there = documents.get(name);
          if (there == null) {
            there = new ArrayList<>();
            documents.put(name, there);
          }
          there.add(document);
        }
      }
    }
    return documents;
  }

  private List<String> near(String file) {
    List<String> candidates = new ArrayList<>();
    String folder = file;
    while (!folder.isEmpty() && candidates.size() < MOST_CANDIDATES) {
      folder = WorkspacePaths.parent(folder);
      for (String name : entries(folder)) {
        if (isReadable(name)) {
          candidates.add(name);
        } else if (workspace.kind(name) == Workspace.Kind.DIRECTORY && !isHidden(name)) {
          addFiles(name, candidates);
        }
      }
    }
    List<String> found = new ArrayList<>();
    for (String name : candidates.subList(0, Math.min(candidates.size(), MOST_CANDIDATES))) {
      if (!name.equals(file)
          && node(name).isDocument()
          && !found.contains(name)
          && reachedFrom(name).contains(file)) {
        found.add(name);
      }
    }
    return found;
  }

  private void addFiles(String folder, List<String> candidates) {
    for (String name : entries(folder)) {
      if (isReadable(name)) {
        candidates.add(name);
      }
    }
  }

  private static boolean isHidden(String name) {
    String segment = name.substring(name.lastIndexOf('/') + 1);
    return segment.startsWith(".") || segment.equals("node_modules");
  }

  private List<String> entries(String folder) {
    List<String> names = new ArrayList<>();
    try {
      for (String segment : workspace.list(folder)) {
        names.add(WorkspacePaths.below(folder, segment));
      }
    } catch (IOException e) {
      return List.of(); // what cannot be listed has nothing to tell
    }
    return names;
  }

  private Node node(String name) {
    Node known = nodes.get(name);
    if (known == null) {
      known = read(name);
      nodes.put(name, known);
    }
    return known;
  }

  private Node read(String name) {
    if (!isReadable(name) || workspace.size(name) > FileFinder.LARGEST_OPENAPI) {
      return Node.NONE;
    }
    try {
      byte[] bytes = workspace.read(name).view();
      Set<String> named = new LinkedHashSet<>();
      for (String path : OpenApiReferences.paths(bytes)) {
        Optional<String> file = WorkspacePaths.resolve(WorkspacePaths.parent(name), path);
        if (file.isPresent() && workspace.kind(file.get()) == Workspace.Kind.FILE) {
          named.add(workspace.canonical(file.get()));
        }
      }
      return new Node(OpenApiRoot.isIn(bytes), named);
    } catch (IOException e) {
      return Node.NONE; // its own analysis says so
    }
  }

  private boolean isReadable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"))
        && workspace.kind(name) == Workspace.Kind.FILE;
  }
}
