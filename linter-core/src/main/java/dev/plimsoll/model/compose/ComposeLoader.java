package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.RawReader.Raw;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads a file set as compose-go 2.16 does (package loader): each document of each file is read,
 * its variables are replaced, what it includes and extends is brought in, and it is laid over what
 * came before. Where Compose would stop, this goes on with the rest.
 */
final class ComposeLoader {

  private static final int MAX_DOCUMENTS = 1_000;

  private final Loading loading;
  private final Environment environment;
  private final String folder;

  /**
   * For one project.
   *
   * @param folder the project's, in the workspace
   * @param environment what the project's files of variables set
   */
  ComposeLoader(ComposeFiles files, Environment environment, String folder) {
    this(new Loading(files), environment, folder);
  }

  private ComposeLoader(Loading loading, Environment environment, String folder) {
    this.loading = loading;
    this.environment = environment;
    this.folder = folder;
  }

  /** The same for a project in another folder, whose troubles are this one's. */
  ComposeLoader in(String other, Environment variables) {
    return new ComposeLoader(loading, variables, other);
  }

  String folder() {
    return folder;
  }

  Environment environment() {
    return environment;
  }

  Loading loading() {
    return loading;
  }

  List<Refusal> refusals() {
    return loading.refusals();
  }

  /** What the schema refuses in the files as they were merged. */
  List<Violation> violations() {
    return loading.violations();
  }

  void refuse(Refusal.Kind kind, Slice slice, String message) {
    refuse(kind, Refusal.Cause.OTHER, slice, message);
  }

  void refuse(Refusal.Kind kind, Refusal.Cause cause, Slice slice, String message) {
    loading.refusals().add(new Refusal(kind, cause, slice, message));
  }

  /** The model of a whole project: that of its files, which must say something. */
  Optional<Table> project(List<String> names) {
    Optional<Table> model = load(names, List.of());
    if (model.isEmpty() || model.get().members().isEmpty()) {
      Optional<SourceText> text = loading.files().text(names.get(0));
      if (text.isPresent() && loading.refusals().isEmpty()) {
        refuse(Refusal.Kind.SHAPE, start(text.get()), "nothing is in the file: add services");
      }
    }
    if (model.isPresent()) {
      new TypedTexts(loading.refusals()).check(model.get());
    }
    return model;
  }

  private static Slice start(SourceText text) {
    return new Slice(text, Span.at(0));
  }

  /** The merged model of some files, the first of which are the bottom; nothing where none is. */
  Optional<Table> load(List<String> names, List<String> including) {
    Optional<Table> model = Optional.empty();
    SettledParts settled = new SettledParts();
    for (String name : names) {
      List<String> inside = new ArrayList<>(including);
      inside.add(name);
      for (YamlDocument document : documents(name)) {
        model = overlaid(model, document, inside, settled);
      }
    }
    if (model.isEmpty()) {
      return model;
    }
    ComposeNode filled = new Defaults().in(model.get(), ComposePath.ROOT);
    return Optional.of((Table) new BareNames(environment).in(filled, ComposePath.ROOT));
  }

  /**
   * The model of a file that services are taken from: without what it includes, and its services
   * without what they extend.
   */
  Optional<Base> base(String name) {
    Optional<Table> model = Optional.empty();
    SettledParts settled = new SettledParts();
    ResetPass resets = ResetPass.NONE;
    for (YamlDocument document : documents(name)) {
      Optional<Read> read = read(document, name);
      if (read.isPresent()) {
        resets = read.get().resets();
        Optional<Table> kept = kept(model, resets);
        Table merged = merged(kept, read.get().table());
        Table open = canonical(unique(settled.without(merged)));
        model = Optional.of(settled.with(merged, open));
      }
    }
    return model.isEmpty() ? Optional.empty() : Optional.of(new Base(model.get(), resets));
  }

  /**
   * A file that services are taken from.
   *
   * @param resets those of its last document
   */
  record Base(Table model, ResetPass resets) {}

  /** The documents of a file; none where it is not there, which whoever names it reports. */
  private List<YamlDocument> documents(String name) {
    loading.read().add(name);
    List<YamlDocument> documents = loading.files().documents(name).orElse(List.of());
    if (documents.size() <= MAX_DOCUMENTS) {
      return documents;
    }
    Optional<SourceText> text = loading.files().text(name);
    if (text.isPresent()) {
      String message = "more than " + MAX_DOCUMENTS + " documents in a file: the rest is unread";
      refuse(Refusal.Kind.LIMIT, start(text.get()), message);
    }
    return documents.subList(0, MAX_DOCUMENTS);
  }

  private Optional<Table> overlaid(
      Optional<Table> below, YamlDocument document, List<String> inside, SettledParts settled) {
    String name = inside.get(inside.size() - 1);
    Optional<Read> read = read(document, name);
    if (read.isEmpty()) {
      return below;
    }
    ResetPass resets = read.get().resets();
    Table own = new Includes(this, inside).resolved(read.get().table(), resets);
    Optional<Table> kept = kept(below, resets);
    ComposeNode.Member services = own.members().get("services");
    if (kept.isPresent() && services != null && ComposeMerge.isNull(services.value())) {
      String message = "nothing stands behind services: add one or remove the key";
      refuse(Refusal.Kind.SHAPE, services.key(), message);
    }
    own = new Extensions(this, name).resolved(own, resets);
    Table merged = merged(kept, own);
    Table open = unique(settled.without(merged));
    loading.violated(loading.schema().check(open));
    return Optional.of(settled.with(merged, canonical(open)));
  }

  private static Optional<Table> kept(Optional<Table> below, ResetPass resets) {
    return below.isEmpty() || resets.isEmpty()
        ? below
        : Optional.of((Table) resets.node(below.get(), ComposePath.ROOT));
  }

  private Table merged(Optional<Table> below, Table own) {
    return below.isEmpty()
        ? own
        : new ComposeMerge(loading.refusals()).tables(below.get(), own, ComposePath.ROOT);
  }

  /** A document with its aliases and variables replaced. */
  private record Read(Table table, ResetPass resets) {}

  private Optional<Read> read(YamlDocument document, String name) {
    if (document.root().isEmpty()) {
      Optional<SourceText> text = loading.files().text(name);
      if (text.isPresent()) {
        String message = "a document in this file is empty: remove the line --- before it";
        refuse(Refusal.Kind.SHAPE, start(text.get()), message);
      }
      return Optional.empty();
    }
    Raw raw = RawReader.read(document.root().get());
    for (Problem problem : raw.problems()) {
      refuse(Refusal.Kind.YAML, problem.slice(), problem.message());
    }
    if (raw.root().isEmpty() || !(raw.root().get() instanceof Table table)) {
      String kind = raw.root().isEmpty() ? "nothing" : raw.root().get().kind();
      refuse(
          Refusal.Kind.YAML,
          document.root().get().slice(),
          "a Compose file is a mapping with the key services, not " + kind);
      return Optional.empty();
    }
    Table replaced = (Table) new Variables(environment, loading).in(table, ComposePath.ROOT);
    for (Reset reset : raw.resets()) {
      loading.resets().add(reset.slice());
    }
    return Optional.of(
        new Read(
            (Table) new PromotedExtensions().in(replaced, ComposePath.ROOT),
            ResetPass.of(raw.resets(), loading.acted())));
  }

  private Table unique(Table model) {
    return (Table) new UniqueItems(loading.refusals()).in(model, ComposePath.ROOT);
  }

  /** The model in long forms, each key of a list once. */
  private Table canonical(Table unique) {
    ComposeNode longer =
        new LongForms(loading.refusals(), loading.openRefusals()).in(unique, ComposePath.ROOT);
    Map<String, ComposeNode.Member> members = new LinkedHashMap<>(unique((Table) longer).members());
    members.remove("version");
    return new Table(unique.slice(), members);
  }
}
