package dev.plimsoll.project;

import dev.plimsoll.source.Workspace;
import java.util.Optional;

/**
 * What the code below folders says about connections, read once for all services that are built
 * from there. Safe for use by several threads.
 */
final class PoolCodes {

  private static final long MOST_CHARACTERS = 8_000_000;

  private final Workspace workspace;
  private final Recent<String, Read> read = new Recent<>(MOST_CHARACTERS);

  /** What the code says, and the files that it was read from. */
  private record Read(Optional<PoolCode> code, Inquiry asked) {}

  PoolCodes(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What the code below a folder says; nothing where it is too much, or cannot be read. */
  Optional<PoolCode> below(String folder, Inquiry inquiry) {
    Optional<Read> known = read.find(folder);
    Read found = known.isPresent() ? known.get() : read(folder);
    inquiry.add(found.asked());
    return found.code();
  }

  private Read read(String folder) {
    Inquiry asked = new Inquiry();
    Answer<SourceCode> code = SourceCode.below(folder, workspace, asked);
    long size = 1;
    Optional<PoolCode> pools = Optional.empty();
    if (code instanceof Answer.Known<SourceCode> known) {
      size = known.value().size();
      pools = Optional.of(PoolCode.of(known.value()));
    }
    Read found = new Read(pools, asked);
    read.put(folder, found, size);
    return found;
  }
}
