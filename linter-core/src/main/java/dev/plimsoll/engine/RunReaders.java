package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.util.Map;
import java.util.Optional;

/** Reads the texts of one run, each in the language of its file. */
record RunReaders(Readers readers, Map<String, Language> languages) {

  RunReaders {
    languages = Map.copyOf(languages);
  }

  /** What a text says, or nothing where no file of that name is to be analysed. */
  Optional<SourceModel> model(SourceText text) {
    Language language = languages.get(text.name());
    return language == null ? Optional.empty() : Optional.of(readers.read(text, language));
  }
}
