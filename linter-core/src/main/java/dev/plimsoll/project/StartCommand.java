package dev.plimsoll.project;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A command that starts Compose with files that it names.
 *
 * @param files as written, in their order; none has a variable in it
 * @param projectFolder what {@code --project-directory} names
 * @param envFiles what {@code --env-file} names; a later file wins over those before it
 * @param folders to which its script goes somewhere, before it or not
 * @param place from the name of the program to the last file
 */
record StartCommand(
    List<String> files,
    Optional<String> projectFolder,
    List<String> envFiles,
    List<String> folders,
    Slice place) {

  StartCommand {
    files = List.copyOf(files);
    envFiles = List.copyOf(envFiles);
    folders = List.copyOf(folders);
  }

  /** The file that it stands in. */
  String script() {
    return place.place().file();
  }
}
