package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the texts of one run, each in the language of its file. */
record RunReaders(
    Readers readers, Map<String, Language> languages, Set<String> guessed, RecentModels recent) {

  RunReaders {
    languages = Map.copyOf(languages);
    guessed = Set.copyOf(guessed);
  }

  RunReaders(Readers readers, Map<String, Language> languages, Set<String> guessed) {
    this(readers, languages, guessed, new RecentModels());
  }

  /** The names of the files in a language, sorted. */
  SortedSet<String> files(Language language) {
    SortedSet<String> names = new TreeSet<>();
    for (Map.Entry<String, Language> file : languages.entrySet()) {
      if (file.getValue() == language) {
        names.add(file.getKey());
      }
    }
    return names;
  }

  boolean isOpenApi(String file) {
    return languages.get(file) == Language.OPENAPI;
  }

  /** What a text says, or nothing where no file of that name is to be analysed. */
  Optional<SourceModel> model(SourceText text) {
    Language language = languages.get(text.name());
    if (language == null) {
      return Optional.empty();
    }
    Optional<SourceModel> known = known(text);
    return known.isPresent() ? known : Optional.of(keep(readers.read(text, language)));
  }

  /** The model of a text, if it was made a moment ago. */
  Optional<SourceModel> known(SourceText text) {
    return recent.find(text);
  }

  /** Keeps a model that was just made for a while, and gives it. */
  SourceModel keep(SourceModel model) {
    recent.add(model);
    return model;
  }
}
