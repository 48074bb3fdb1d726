package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.YamlCut;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file beside others that is named to build: one that is there, or one to be written. */
final class BuildFile {

  private static final List<String> NAMES =
      List.of(
          "docker-compose.build.yml",
          "docker-compose.build.yaml",
          "compose.build.yml",
          "compose.build.yaml");

  private final String name;
  private final String runtime;
  private final Optional<WrittenServices> written;
  private final List<String> lines = new ArrayList<>();
  private boolean isSpaced;

  private BuildFile(String name, String runtime, Optional<WrittenServices> written) {
    this.name = name;
    this.runtime = runtime;
    this.written = written;
  }

  /** The file for builds beside another; nothing where it cannot be read. */
  static Optional<BuildFile> beside(String file, RuleContext context) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    String base = file.substring(folder.length());
    for (String each : NAMES) {
      if (!context.compose().files().isFree(folder + each)) {
        Optional<ComposeFile> there = context.compose().files().file(folder + each);
        Optional<WrittenServices> written =
            there.isEmpty() ? Optional.empty() : WrittenServices.of(there.get());
        return written.isEmpty()
            ? Optional.empty()
            : Optional.of(new BuildFile(folder + each, base, written));
      }
    }
    String stem = base.startsWith("docker-") ? "docker-compose" : "compose";
    String ending = base.substring(base.lastIndexOf('.'));
    return Optional.of(new BuildFile(folder + stem + ".build" + ending, base, Optional.empty()));
  }

  /** Sets the services that are added apart by blank lines. */
  void space() {
    isSpaced = true;
  }

  boolean isNew() {
    return written.isEmpty();
  }

  String name() {
    return name;
  }

  /** Its name without the folder. */
  String base() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * Adds a service.
   *
   * @return an edit that cannot be written, where it is there
   */
  Optional<Edit> addService(String service, List<String> entry) {
    if (written.isPresent() && written.get().entry(service).isPresent()) {
      return Optional.of(new Edit.Impossible("it has another service of that name"));
    }
    add(entry);
    return Optional.empty();
  }

  /**
   * Adds what a service is built from.
   *
   * @return the edit, where the service is there
   */
  Optional<Edit> addBuild(String service, List<String> entry) {
    if (written.isPresent() && written.get().entry(service).isPresent()) {
      Optional<Mapping> body = written.get().body(service);
      return Optional.of(
          body.isEmpty() || WrittenServices.entry(body.get(), "build").isPresent()
              ? new Edit.Impossible("it builds that service already")
              : YamlCut.paste(entry, edits(written.get()), body.get()));
    }
    add(YamlCut.within(service, entry));
    return Optional.empty();
  }

  private void add(List<String> entry) {
    if (isSpaced && (written.isPresent() || !lines.isEmpty())) {
      lines.add("");
    }
    lines.addAll(entry);
  }

  /** What puts the added services behind those of the file, where it is there. */
  Optional<Edit> appended() {
    return written.isEmpty() || lines.isEmpty()
        ? Optional.empty()
        : Optional.of(YamlCut.paste(lines, edits(written.get()), written.get().services()));
  }

  private static YamlEdits edits(WrittenServices written) {
    return YamlEdits.of(written.file().yaml(), written.file().source());
  }

  /** The new file; nothing where it is there. */
  Optional<NewFile> created() {
    if (written.isPresent()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    text.append("# docker compose -f ").append(runtime).append(" -f ").append(base());
    text.append(" build\nservices:\n");
    for (String line : lines) {
      text.append(line.isEmpty() ? "" : "  " + line).append('\n');
    }
    return Optional.of(new NewFile(name, 0644, text.toString()));
  }
}
