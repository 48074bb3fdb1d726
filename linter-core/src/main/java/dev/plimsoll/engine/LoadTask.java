package dev.plimsoll.engine;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.io.IOException;
import java.util.Optional;

/** Reads one file and builds its model. */
final class LoadTask extends WatchedTask {

  private final String file;
  private final Workspace workspace;
  private final Readers readers;
  private Optional<ParsedFile> parsed = Optional.empty();
  private String reason;

  LoadTask(String file, Workspace workspace, Readers readers) {
    this(file, workspace, readers, "");
  }

  private LoadTask(String file, Workspace workspace, Readers readers, String reason) {
    this.file = file;
    this.workspace = workspace;
    this.readers = readers;
    this.reason = reason;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public void run() {
    if (!reason.isEmpty()) {
      return;
    }
    try {
      SourceFile source = workspace.read(file);
      Optional<String> notText = source.whyNotText();
      if (notText.isPresent()) {
        reason = notText.get();
      } else {
        parsed = Optional.of(new ParsedFile(source, readers.dockerfile(source.text())));
      }
    } catch (IOException e) {
      reason = "cannot be read: " + e.getMessage();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = "reading it failed, which is a fault of Plimsoll: " + Faults.describe(e);
    }
  }

  @Override
  public WatchedTask withoutStuckRule() {
    return new LoadTask(file, workspace, readers, "reading it did not end");
  }

  Optional<ParsedFile> parsed() {
    return parsed;
  }

  /** Why there is no model; empty if there is one. */
  String reason() {
    return reason;
  }
}
