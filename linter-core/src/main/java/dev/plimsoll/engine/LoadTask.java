package dev.plimsoll.engine;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.Optional;

/** Reads one file's text. */
final class LoadTask extends WatchedTask {

  private final String file;
  private final Workspace workspace;
  private Optional<SourceText> text = Optional.empty();
  private String reason;

  LoadTask(String file, Workspace workspace) {
    this(file, workspace, "");
  }

  private LoadTask(String file, Workspace workspace, String reason) {
    this.file = file;
    this.workspace = workspace;
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
        text = Optional.of(source.text());
      }
    } catch (IOException e) {
      reason = "cannot be read: " + e.getMessage();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      reason = Faults.whileReading(e);
    }
  }

  @Override
  public WatchedTask withoutStuckRule() {
    return new LoadTask(file, workspace, Faults.UNENDING);
  }

  Optional<SourceText> text() {
    return text;
  }

  /** Why there is no text; empty if there is one. */
  String reason() {
    return reason;
  }
}
