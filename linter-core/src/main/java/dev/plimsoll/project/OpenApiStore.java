package dev.plimsoll.project;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.source.OpenApiLinks;
import dev.plimsoll.source.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI descriptions of one state of the workspace: one that spreads over several files is
 * put together once for all of them. Safe for use by several threads.
 */
final class OpenApiStore {

  private static final int MOST_CHARACTERS = 8_000_000;

  private final Workspace workspace;
  private final ModelSource models;
  private final OpenApiLinks links;
  private final Recent<String, Optional<OpenApiFile>> files = new Recent<>(MOST_CHARACTERS);
  private final Recent<String, Loaded> descriptions = new Recent<>(MOST_CHARACTERS);

  /** A description, and what it rests on. */
  private record Loaded(OpenApiDescription description, Inquiry asked) {}

  OpenApiStore(Workspace workspace, ModelSource models) {
    this.workspace = workspace;
    this.models = models;
    this.links = new OpenApiLinks(workspace);
  }

  /** Those that a file is a part of: its own alone, if it is an entry or no other reaches it. */
  List<OpenApiDescription> descriptions(OpenApiFile file, Inquiry inquiry) {
    if (file.versionNode().isPresent()) {
      return List.of(description(file, inquiry));
    }
    List<OpenApiDescription> found = new ArrayList<>(descriptionsReaching(file, inquiry));
    found.removeIf(api -> !api.files().containsKey(file.name())); // named in an example alone
    return found.isEmpty() ? List.of(OpenApiDescription.of(file)) : found;
  }

  /** Those of the documents that reach a file, its own left out. */
  List<OpenApiDescription> descriptionsReaching(OpenApiFile file, Inquiry inquiry) {
    List<OpenApiDescription> found = new ArrayList<>();
    for (String name : links.documentsOf(file.name(), models.openApiFiles())) {
      Optional<OpenApiFile> entry = new DescriptionFiles(workspace, files, inquiry).file(name);
      if (entry.isPresent()) {
        found.add(description(entry.get(), inquiry));
      }
    }
    return found;
  }

  private OpenApiDescription description(OpenApiFile entry, Inquiry inquiry) {
    Optional<Loaded> known = descriptions.find(entry.name());
    Loaded loaded = known.isPresent() ? known.get() : load(entry);
    inquiry.share(loaded.asked());
    return loaded.description();
  }

  private Loaded load(OpenApiFile entry) {
    Inquiry asked = new Inquiry();
    DescriptionFiles others = new DescriptionFiles(workspace, files, asked);
    Loaded loaded = new Loaded(OpenApiDescription.of(entry, others), asked);
    if (loaded.description().files().size() > 1) {
      long size = 0;
      for (OpenApiFile file : loaded.description().files().values()) {
        size += file.source().content().length();
      }
      descriptions.put(entry.name(), loaded, size);
    }
    return loaded;
  }
}
