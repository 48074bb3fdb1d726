package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what the CI workflows of a project build with what its Compose files name. It is only
 * said where at least two images are the same on both sides: other lists are for something else.
 */
final class BuildDrifts {

  private static final int FEWEST = 2;

  private final Project project;
  private final Inquiry inquiry;
  private final WorkflowModel workflow;
  private final String root;
  private final Checkout checkout;

  /**
   * A service of a set, and what of it a workflow may build.
   *
   * @param end of its image's name, empty where it is not known
   */
  private record Named(
      ComposeSet set, ComposeService service, Optional<String> dockerfile, String end) {

    boolean isBuiltBy(CiBuild build) {
      return (build.dockerfile().isPresent() && build.dockerfile().equals(dockerfile))
          || build.service().equals(Optional.of(service.name()))
          || build.mayBe(end);
    }

    boolean isBuiltBy(List<CiBuild> builds) {
      for (CiBuild build : builds) {
        if (isBuiltBy(build)) {
          return true;
        }
      }
      return false;
    }
  }

  BuildDrifts(Project project, Inquiry inquiry, WorkflowModel workflow) {
    this.project = project;
    this.inquiry = inquiry;
    this.workflow = workflow;
    String name = "/" + workflow.source().name();
    int dot = name.indexOf("/.");
    this.root = dot < 0 ? "." : name.substring(Math.min(1, dot), dot);
    this.checkout = new Checkout(project, inquiry, root);
  }

  List<BuildDrift> find() {
    List<BuildDrift> drifts = new ArrayList<>();
    if (root.equals(".")) {
      return drifts;
    }
    CiBuilds own = CiBuilds.of(workflow, root);
    if (own.builds().size() < FEWEST) {
      return drifts;
    }
    List<ComposeSet> sets = checkout.sets();
    List<Named> named = named(sets);
    unnamed(own.builds(), named, sets, drifts);
    unbuilt(own, named, drifts);
    return drifts;
  }

  private static List<Named> named(List<ComposeSet> sets) {
    List<Named> named = new ArrayList<>();
    for (ComposeSet set : sets) {
      for (ComposeService service : set.services()) {
        Optional<Scalar> image = service.scalar("image");
        String end = image.isEmpty() ? "" : CiBuild.end(image.get().written());
        Optional<String> dockerfile =
            service.has("build")
                    && ServiceBuild.of(set, service) instanceof Answer.Known<ServiceBuild> known
                ? Optional.of(known.value().dockerfile())
                : Optional.empty();
        named.add(new Named(set, service, dockerfile, end));
      }
    }
    return named;
  }

  /** What a step builds besides images of services, though nothing of Compose speaks of it. */
  private void unnamed(
      List<CiBuild> builds, List<Named> named, List<ComposeSet> sets, List<BuildDrift> drifts) {
    if (!areRead(sets) || checkout.hasOthers()) {
      return;
    }
    Map<Anchor, List<CiBuild>> steps = new LinkedHashMap<>();
    for (CiBuild build : builds) {
      List<CiBuild> known = steps.get(build.anchor());
      if (known == null) {
        known = new ArrayList<>();
        steps.put(build.anchor(), known);
      }
      known.add(build);
    }
    for (List<CiBuild> step : steps.values()) {
      List<CiBuild> extra = new ArrayList<>();
      for (CiBuild build : step) {
        if (build.service().isEmpty() && build.isKnown() && !isNamed(build, named)) {
          extra.add(build);
        }
      }
      int others = step.size() - extra.size();
      for (CiBuild build : extra) {
        if (others >= FEWEST && extra.size() < others && !isSpokenOf(build, builds)) {
          drifts.add(
              new BuildDrift(
                  build.anchor(), build.place(), build.word(), Optional.empty(), others));
        }
      }
    }
  }

  private static boolean isNamed(CiBuild build, List<Named> named) {
    for (Named each : named) {
      if (each.isBuiltBy(build)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a Compose file says its name, or another image is built from it. */
  private boolean isSpokenOf(CiBuild build, List<CiBuild> builds) {
    List<String> words = new ArrayList<>(List.of(build.word()));
    for (String name : build.names()) {
      words.add(name.substring(name.lastIndexOf('/') + 1));
    }
    if (build.dockerfile().isPresent()) {
      String folder = CiBuild.folder(build.dockerfile().get());
      words.add(folder.substring(folder.lastIndexOf('/') + 1));
    }
    for (String text : checkout.texts()) {
      for (String word : words) {
        if (TextWords.has(text, word)) {
          return true;
        }
      }
    }
    return isBase(build, builds);
  }

  private boolean isBase(CiBuild build, List<CiBuild> builds) {
    for (CiBuild other : builds) {
      Optional<DockerfileModel> file = dockerfile(other);
      if (file.isPresent()) {
        for (ImageUse use : file.get().images()) {
          if (build.mayBe(CiBuild.end(use.name().text()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Optional<DockerfileModel> dockerfile(CiBuild build) {
    if (build.dockerfile().isEmpty()) {
      return Optional.empty();
    }
    inquiry.reached(build.dockerfile().get());
    return project.models().dockerfile(build.dockerfile().get());
  }

  private static boolean areRead(List<ComposeSet> sets) {
    for (ComposeSet set : sets) {
      for (Refusal refusal : set.refusals()) {
        if (refusal.kind() == Refusal.Kind.INCLUDE
            || refusal.kind() == Refusal.Kind.YAML
            || refusal.kind() == Refusal.Kind.LIMIT) {
          return false;
        }
      }
    }
    return !sets.isEmpty();
  }

  /** The services that Compose builds for production and no workflow does. */
  private void unbuilt(CiBuilds own, List<Named> named, List<BuildDrift> drifts) {
    List<Named> built = new ArrayList<>();
    List<Named> missing = new ArrayList<>();
    for (Named each : named) {
      if (each.dockerfile().isPresent() && isForOthers(each)) {
        (each.isBuiltBy(own.builds()) ? built : missing).add(each);
      }
    }
    if (missing.isEmpty() || count(built) < FEWEST || !own.isWhole()) {
      return;
    }
    Optional<List<CiBuild>> elsewhere = buildsElsewhere(count(built), named);
    Set<String> told = new LinkedHashSet<>();
    for (Named each : missing) {
      if (elsewhere.isPresent()
          && hasLike(each, built)
          && !each.isBuiltBy(elsewhere.get())
          && !isSpokenOf(each)
          && told.add(each.dockerfile().orElse(""))) {
        CiBuild last = last(own.builds(), built);
        drifts.add(
            new BuildDrift(
                last.anchor(),
                last.place(),
                each.service().name(),
                each.service().keySlice("build"),
                count(built)));
      }
    }
  }

  /** Whether it is built for others than those who work on it. */
  private static boolean isForOthers(Named each) {
    ComposeRole role = each.set().role();
    return role != ComposeRole.DEVELOPMENT
        && role != ComposeRole.TEST
        && each.service().profiles().isEmpty();
  }

  private static int count(List<Named> built) {
    Set<String> files = new HashSet<>();
    for (Named each : built) {
      files.add(each.dockerfile().orElse("") + " " + each.end());
    }
    return files.size();
  }

  /** Whether one of its set is built that has a name of its own where it has one, too. */
  private static boolean hasLike(Named missing, List<Named> built) {
    for (Named each : built) {
      if (each.set() == missing.set() && each.end().isEmpty() == missing.end().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The last build of a service in the first step that builds some. */
  private static CiBuild last(List<CiBuild> builds, List<Named> built) {
    Optional<CiBuild> last = Optional.empty();
    for (CiBuild build : builds) {
      boolean isNext = last.isEmpty() || last.get().anchor().equals(build.anchor());
      if (isNext && isNamed(build, built)) {
        last = Optional.of(build);
      }
    }
    return last.orElse(builds.get(0));
  }

  /** Whether a script or a workflow names the service, or the folder it is built in. */
  private boolean isSpokenOf(Named each) {
    String folder = CiBuild.folder(each.dockerfile().orElse(""));
    String base = folder.substring(folder.lastIndexOf('/') + 1);
    StartCommands commands = project.compose().commands();
    String at = each.set().folder();
    return commands.mention(at, each.service().name())
        || (!base.isEmpty() && commands.mention(at, base))
        || commands.mention(root, each.service().name());
  }

  /**
   * What the other workflows of the checkout build; nothing where that is not known, or one of them
   * builds more of the services, so that it is the one to ask.
   */
  private Optional<List<CiBuild>> buildsElsewhere(int matched, List<Named> named) {
    List<CiBuild> builds = new ArrayList<>();
    for (String name : checkout.workflows(WorkspacePaths.parent(workflow.source().name()))) {
      Optional<SourceText> text =
          name.equals(workflow.source().name()) ? Optional.empty() : checkout.text(name);
      if (text.isPresent()) {
        ScriptReaders readers = project.models().borrow();
        CiBuilds other =
            CiBuilds.of(WorkflowModel.of(text.get(), readers.scripts(), readers.images()), root);
        project.models().giveBack(readers);
        List<Named> built = new ArrayList<>();
        for (Named each : named) {
          if (each.dockerfile().isPresent() && each.isBuiltBy(other.builds())) {
            built.add(each);
          }
        }
        int count = count(built);
        boolean isAhead = name.compareTo(workflow.source().name()) < 0;
        if (!other.isWhole() || count > matched || (count == matched && isAhead)) {
          return Optional.empty();
        }
        builds.addAll(other.builds());
      }
    }
    return Optional.of(builds);
  }
}
