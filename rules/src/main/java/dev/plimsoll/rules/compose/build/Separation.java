package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlCut;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes builds out of files that are started, into a file that is named to build. What the files
 * say together with that one is what they said before.
 */
final class Separation {

  static final Anchor SERVICES = Anchor.FILE.child("services");

  /**
   * What is to be said of an image that is no longer built where it is named, and of the services
   * that stay: of each what was said of all. A command that names a service that goes is not among
   * it: the fix would break that.
   */
  private static final List<String> TRIGGERED =
      List.of(
          "compose/capabilities-not-dropped",
          "compose/floating-image-tag",
          "compose/healthcheck-missing",
          "compose/log-rotation-missing",
          "compose/memory-limit-missing",
          "compose/pids-limit-missing",
          "compose/restart-policy-missing");

  private final ComposeSet set;
  private final ComposeSet plain;
  private final Separated parts;
  private final BuildFile target;
  private final RuleContext context;
  private final SeparationEdits edits = new SeparationEdits();

  private Separation(
      ComposeSet set, ComposeSet plain, Separated parts, BuildFile target, RuleContext context) {
    this.set = set;
    this.plain = plain;
    this.parts = parts;
    this.target = target;
    this.context = context;
  }

  /**
   * The fix of a set.
   *
   * @param placeholders images that hide services that only build
   * @return nothing where some of it cannot be moved as it is
   */
  static Optional<Fix> of(ComposeSet set, List<String> placeholders, RuleContext context) {
    String first = set.files().get(0);
    Optional<ComposeSet> plain =
        set.files().size() == 1
            ? Optional.of(set)
            : context.compose().files().beneath(set, set.files().get(1));
    if (plain.isEmpty() || BuildOnly.isBuildFile(first)) {
      return Optional.empty();
    }
    Separated parts = Separated.of(plain.get(), set, placeholders, context);
    return of(set, plain.get(), parts, context);
  }

  /** The fix that moves the builds of some services of a file, which is started alone. */
  static Optional<Fix> ofBuilds(ComposeSet plain, Set<String> names, RuleContext context) {
    return of(plain, plain, Separated.ofBuilds(names, plain, context), context);
  }

  private static Optional<Fix> of(
      ComposeSet set, ComposeSet plain, Separated parts, RuleContext context) {
    Optional<BuildFile> target = BuildFile.beside(set.files().get(0), context);
    return parts.isEmpty() || target.isEmpty() || !parts.isPossible(plain, set)
        ? Optional.empty()
        : new Separation(set, plain, parts, target.get(), context).fix();
  }

  private Optional<Fix> fix() {
    GoneServices gone = new GoneServices(parts.whole(), edits);
    for (String name : set.files()) {
      Optional<ComposeFile> file = context.compose().files().file(name);
      Optional<WrittenServices> written =
          file.isEmpty() ? Optional.empty() : WrittenServices.of(file.get());
      if (written.isEmpty() || name.equals(target.name())) {
        return Optional.empty();
      }
      if (name.equals(set.files().get(0))) {
        takeApart(written.get());
      } else {
        gone.remove(written.get());
      }
      for (Entry service : written.get().services().entries()) {
        gone.release(service, written.get());
      }
    }
    edits.add(target.appended());
    Fix fix =
        new Fix(
            "Build the images by " + target.base() + " alone",
            Safety.UNSAFE,
            edits.edits(),
            List.of(),
            edits.changes(),
            TRIGGERED);
    Optional<NewFile> created = target.created();
    fix = created.isPresent() ? fix.creating(created.get()) : fix;
    return edits.isPossible() && new SeparationProof(set, plain, parts, target, context).holds(fix)
        ? Optional.of(fix)
        : Optional.empty();
  }

  /** Moves what is in the first file. */
  private void takeApart(WrittenServices written) {
    boolean isLeading = true;
    for (Entry entry : written.services().entries()) {
      String name = text(entry);
      isLeading &= parts.whole().contains(name);
      if (parts.whole().contains(name)) {
        Optional<YamlCut> cut = edits.cut(written, written.services(), entry);
        if (cut.isPresent()) {
          if (cut.get().isSpaced()) {
            target.space();
          }
          edits.add((isLeading ? cut.get().leading() : cut.get()).removal());
          List<String> lines = BuildLines.within(cut.get().lines(), below(name));
          edits.add(target.addService(name, lines));
          edits.move(written.file().name(), target.name(), SERVICES.child(name));
        }
      } else if (parts.builds().contains(name)) {
        takeBuild(name, written);
      }
    }
  }

  private void takeBuild(String name, WrittenServices written) {
    Optional<Mapping> body = written.body(name);
    Optional<Entry> build =
        body.isEmpty() ? Optional.empty() : WrittenServices.entry(body.get(), "build");
    if (body.isEmpty() || build.isEmpty() || body.get().entries().size() == 1) {
      edits.fail();
      return;
    }
    Optional<YamlCut> cut = edits.cut(written, body.get(), build.get());
    if (cut.isPresent()) {
      edits.add(cut.get().removal());
      edits.add(target.addBuild(name, BuildLines.with(cut.get().lines(), below(name))));
      Anchor anchor = SERVICES.child(name);
      edits.move(written.file().name(), target.name(), anchor.child("build"));
      edits.change(ModelChange.of(ModelChange.Kind.ADD, target.name(), anchor));
    }
  }

  /** What a service is built from without the builder being told. */
  private List<BuildEdge> below(String name) {
    List<BuildEdge> below = new ArrayList<>();
    for (BuildEdge edge : context.compose().builds(plain).edges()) {
      if (edge.built().name().equals(name)
          && edge.kind() == BuildEdge.Kind.IMAGE
          && edge.isSure()) {
        below.add(edge);
      }
    }
    return below;
  }

  static String text(Entry entry) {
    return entry.key() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
