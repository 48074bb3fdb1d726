package dev.plimsoll.project.map;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.BakeTarget;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Draws the map of a project from the answers that rules get, too. */
public final class ProjectMapper {

  private final ProjectView view;
  private final Set<String> built = new HashSet<>();

  public ProjectMapper(ProjectView view) {
    this.view = view;
  }

  /**
   * The map of some files.
   *
   * @param composeFiles in any order; what is no Compose file in spite of its name is left out
   * @param dockerfiles names of those that are there
   */
  public ProjectMap map(List<ComposeFile> composeFiles, List<String> dockerfiles) {
    Map<List<String>, ComposeSet> sets = new LinkedHashMap<>();
    for (ComposeFile file : composeFiles) {
      if (file.isCompose()) {
        for (ComposeSet set : view.compose().composeSets(file)) {
          List<String> key = new ArrayList<>(set.files());
          key.add(set.folder());
          sets.putIfAbsent(key, set);
        }
      }
    }
    List<ProjectMap.FileSet> drawn = new ArrayList<>();
    for (ComposeSet set : sets.values()) {
      drawn.add(draw(set));
    }
    drawn.sort(
        Comparator.comparing(ProjectMap.FileSet::folder)
            .thenComparing(set -> String.join("\0", set.files())));
    List<ProjectMap.Baked> baked = baked(dockerfiles);
    Set<String> unbuilt = new TreeSet<>(dockerfiles);
    unbuilt.removeAll(built);
    return new ProjectMap(drawn, baked, List.copyOf(unbuilt));
  }

  /** The targets of the Bake files that lie beside Dockerfiles, or above them. */
  private List<ProjectMap.Baked> baked(List<String> dockerfiles) {
    Set<String> folders = new TreeSet<>();
    for (String file : dockerfiles) {
      int slash = file.lastIndexOf('/');
      while (slash >= 0 && folders.add(file.substring(0, slash))) {
        slash = file.lastIndexOf('/', slash - 1);
      }
      folders.add("");
    }
    List<ProjectMap.Baked> baked = new ArrayList<>();
    for (String folder : folders) {
      for (BakeTarget target : view.bakeTargets(folder)) {
        if (dockerfiles.contains(target.dockerfile())) {
          built.add(target.dockerfile());
          baked.add(
              new ProjectMap.Baked(
                  target.name().text(),
                  spot(target.name()),
                  target.dockerfile(),
                  target.context(),
                  target.stage().map(Slice::text).orElse("")));
        }
      }
    }
    return baked;
  }

  private ProjectMap.FileSet draw(ComposeSet set) {
    List<ProjectMap.Service> services = new ArrayList<>();
    for (ComposeService service : set.services()) {
      services.add(draw(set, service));
    }
    Set<String> brought = view.compose().files().filesOf(set);
    brought.removeAll(set.files());
    List<ProjectMap.Spot> evidence = new ArrayList<>();
    for (Slice each : set.evidence()) {
      evidence.add(spot(each));
    }
    return new ProjectMap.FileSet(
        set.name(),
        set.folder(),
        set.role().name().toLowerCase(Locale.ROOT),
        set.isWhole(),
        set.files(),
        List.copyOf(brought),
        evidence,
        set.refusals().size() + set.violations().size(),
        set.openRefusals().size(),
        services);
  }

  private ProjectMap.Service draw(ComposeSet set, ComposeService service) {
    Answer<ServiceImage> image = view.compose().image(set, service);
    note(image);
    return new ServiceMapper(view.compose(), set, service).draw(image);
  }

  /** Notes what a service is built from. */
  private void note(Answer<ServiceImage> image) {
    if (image instanceof Answer.Known<ServiceImage> known
        && known.value() instanceof ServiceImage.Built of) {
      built.add(of.file().name());
      note(of.base());
    }
  }

  static ProjectMap.Spot spot(Slice slice) {
    SourceText host = slice.source().host();
    Position position = host.lines().position(slice.place().span().start());
    return new ProjectMap.Spot(host.name(), position.line(), position.column());
  }
}
