package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.Refusal.Cause;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings in the projects that a document includes, each below what the document says itself. */
final class Includes {

  private static final List<String> SECTIONS =
      List.of("services", "jobs", "volumes", "networks", "secrets", "configs", "models");

  private final ComposeLoader loader;
  private final List<String> inside;

  /**
   * For one document.
   *
   * @param inside the files that include it, and its own, outermost first
   */
  Includes(ComposeLoader loader, List<String> inside) {
    this.loader = loader;
    this.inside = inside;
  }

  /** The document with what it includes in the place of {@code include}. */
  Table resolved(Table document, ResetPass resets) {
    Optional<ComposeNode> include = document.find("include");
    if (include.isEmpty()) {
      return document;
    }
    Map<String, Member> members = new LinkedHashMap<>(document.members());
    members.remove("include");
    Table result = new Table(document.slice(), members);
    if (!(include.get() instanceof Items items)) {
      if (!ComposeMerge.isNull(include.get())) {
        refuse(include.get(), "include is a list of files");
      }
      return result;
    }
    for (ComposeNode item : items.items()) {
      Optional<Table> included = included(item);
      if (included.isPresent()) {
        result = imported(included.get(), result, resets, paths(item).get(0).slice());
      }
    }
    return result;
  }

  private void refuse(ComposeNode node, String message) {
    refuse(Cause.OTHER, node, message);
  }

  private void refuse(Cause cause, ComposeNode node, String message) {
    loader.refuse(Refusal.Kind.INCLUDE, cause, node.slice(), message);
  }

  private Optional<Table> included(ComposeNode item) {
    List<Scalar> paths = paths(item);
    if (paths.isEmpty() || !loader.loading().mayLoad(item.slice())) {
      return Optional.empty(); // without a path Compose includes nothing and does not mind
    }
    String first = Paths.join(loader.folder(), paths.get(0).text());
    if (inside.contains(first)) {
      refuse(Cause.CIRCLE, paths.get(0), "the files include each other in a circle");
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (Scalar path : paths) {
      String name = Paths.join(loader.folder(), path.text());
      if (loader.loading().files().documents(name).isEmpty()) {
        refuse(Cause.FILE_ABSENT, path, "no such file is there");
      }
      names.add(name);
    }
    Optional<String> named =
        item instanceof Table table ? text(table, "project_directory") : Optional.empty();
    String project =
        named.isPresent() ? named.get() : Paths.parent(Paths.clean(paths.get(0).text()));
    Environment environment = new IncludedVariables(loader).of(item, project);
    return included(names, seenFrom(project), environment);
  }

  private static Optional<String> text(Table table, String key) {
    Optional<String> text = Scalars.text(table.find(key));
    return text.isEmpty() || text.get().isEmpty() ? Optional.empty() : text;
  }

  /** The project's folder, or that above it where it is not there, as in compose-go. */
  private String seenFrom(String project) {
    String clean = Paths.clean(project);
    String whole = Paths.join(loader.folder(), clean.isEmpty() ? "." : clean);
    boolean there = clean.isEmpty() || loader.loading().files().isFolder(whole);
    return there ? clean : Paths.parent(clean);
  }

  private Optional<Table> included(List<String> names, String project, Environment environment) {
    List<Object> key = List.of(names, loader.folder(), project, environment.texts());
    Map<List<Object>, Optional<Table>> known = loader.loading().included();
    Optional<Table> model = known.get(key);
    if (model == null) {
      String folder = Paths.join(loader.folder(), project.isEmpty() ? "." : project);
      model = loader.in(folder, environment).load(names, inside);
      known.put(key, model);
    }
    return model.isEmpty()
        ? model
        : Optional.of((Table) new RelativePaths(project).in(model.get(), ComposePath.ROOT));
  }

  private static List<Scalar> paths(ComposeNode item) {
    List<Scalar> paths = new ArrayList<>();
    if (item instanceof Scalar scalar) {
      paths.add(scalar);
    } else if (item instanceof Table table && table.find("path").isPresent()) {
      ComposeNode path = table.find("path").get();
      for (ComposeNode each : path instanceof Items items ? items.items() : List.of(path)) {
        if (each instanceof Scalar scalar) {
          paths.add(scalar);
        }
      }
    }
    return paths;
  }

  private Table imported(Table from, Table into, ResetPass resets, Slice by) {
    Map<String, Member> members = new LinkedHashMap<>(into.members());
    for (String section : SECTIONS) {
      Optional<ComposeNode> theirs = from.find(section);
      if (theirs.isPresent() && theirs.get() instanceof Table table) {
        Member own = members.get(section);
        Table merged =
            own != null && own.value() instanceof Table known
                ? merged(section, table, known, resets, by)
                : table;
        members.put(section, new Member(own == null ? table.slice() : own.key(), merged));
      }
    }
    return new Table(into.slice(), members);
  }

  private Table merged(String section, Table theirs, Table own, ResetPass resets, Slice by) {
    Map<String, Member> members = new LinkedHashMap<>(own.members());
    for (Map.Entry<String, Member> entry : theirs.members().entrySet()) {
      Member known = members.get(entry.getKey());
      ComposeNode other = entry.getValue().value();
      if (known == null) {
        members.put(entry.getKey(), entry.getValue());
      } else if (!Same.MERGED.nodes(other, known.value())) {
        ComposePath path = new ComposePath(List.of(section, entry.getKey()));
        ComposeNode kept = resets.node(other, path);
        if (contradicts(section, kept, known.value()) && Same.MERGED.nodes(kept, other)) {
          note(section, entry.getKey(), known.key(), entry.getValue().key(), by);
        }
        ComposeNode merged = new ComposeMerge(loader.refusals()).nodes(kept, known.value(), path);
        members.put(entry.getKey(), new Member(known.key(), merged));
      }
    }
    return new Table(own.slice(), members);
  }

  /** What says nothing is filled by what says something. */
  private static boolean contradicts(String section, ComposeNode one, ComposeNode other) {
    return section.equals("services")
        || section.equals("jobs")
        || (one instanceof Table table
            && other instanceof Table known
            && !table.members().isEmpty()
            && !known.members().isEmpty());
  }

  private void note(String section, String name, Slice known, Slice other, Slice by) {
    boolean isOwn = known.place().file().equals(by.place().file());
    Slice place = isOwn ? known : by;
    loader
        .loading()
        .redefinitions()
        .add(new Redefinition(section, name, place, isOwn ? other : known, isOwn));
  }
}
