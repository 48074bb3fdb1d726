package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeFiles;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of which some read as they would after a change. */
record RewrittenFiles(ComposeFiles files, Map<String, String> texts) implements ComposeFiles {

  @Override
  public Optional<List<YamlDocument>> documents(String name) {
    String text = texts.get(name);
    return text == null
        ? files.documents(name)
        : Optional.of(ComposeFile.of(SourceText.of(name, text)).documents());
  }

  @Override
  public Optional<SourceText> text(String name) {
    String text = texts.get(name);
    return text == null ? files.text(name) : Optional.of(SourceText.of(name, text));
  }

  @Override
  public boolean isFolder(String name) {
    return files.isFolder(name);
  }
}
