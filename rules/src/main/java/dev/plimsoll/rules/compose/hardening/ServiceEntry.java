package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.compose.build.BuildOnly;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service in the file that says what it runs: where a setting that it lacks would be written.
 *
 * @param entry its key and value there
 */
record ServiceEntry(ComposeService service, YamlNode.Entry entry) {

  /** Those of a set that run something and whose image or build stands in a file. */
  static List<ServiceEntry> in(ComposeFile file, ComposeSet set, RuleContext context) {
    if (set.role() == ComposeRole.BUILD) {
      return List.of();
    }
    Map<String, YamlNode.Entry> written = new HashMap<>();
    for (ComposeFile.Spot spot : file.services()) {
      if (spot.entry().key() instanceof YamlNode.Scalar key) {
        written.put(key.text(), spot.entry());
      }
    }
    List<ServiceEntry> found = new ArrayList<>();
    for (ComposeService service : set.servicesIn(file.name())) {
      YamlNode.Entry entry = written.get(service.name());
      if (entry != null && isFrom(service, file) && !BuildOnly.runsNothing(service, set, context)) {
        found.add(new ServiceEntry(service, entry));
      }
    }
    return found;
  }

  private static boolean isFrom(ComposeService service, ComposeFile file) {
    Optional<Slice> image = service.keySlice("image");
    Optional<Slice> key = image.isPresent() ? image : service.keySlice("build");
    return key.isPresent() && key.get().place().file().equals(file.name());
  }

  Slice key() {
    return entry.key().slice();
  }
}
