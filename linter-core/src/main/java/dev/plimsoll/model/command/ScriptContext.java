package dev.plimsoll.model.command;

import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** A script, and what the place where it stands says about how it runs. */
public interface ScriptContext {

  /** What runs a script, and when. */
  enum Host {
    /** RUN: in a layer of an image, as whoever USER names. */
    BUILD,
    /** CMD, ENTRYPOINT, HEALTHCHECK: in the container. */
    CONTAINER,
    /** A command, entrypoint, health check or hook of a Compose service: in its container. */
    COMPOSE,
    /** A file of its own. */
    FILE,
    /** A line of a Makefile's recipe. */
    RECIPE,
    /** A command of a systemd unit: on a machine, as whoever User= names. */
    SERVICE,
    /** A step of a CI workflow: on a machine that is mostly thrown away when the job ends. */
    STEP
  }

  /** What a configuration file may say, so that the options of a command need not. */
  enum Configuration {
    ASSUME_YES("Assume-Yes~ assumeyes always_yes", "apt.conf yum.conf dnf.conf zypp condarc"),
    NO_PIP_CACHE("pip~config pip3~config pip.conf", "pip.conf"),
    NO_RECOMMENDS("Install-Recommends~", "apt.conf"),
    SUDO("sudoers NOPASSWD", "sudoers");

    private final String keys; // a blank between two, a tilde for one within
    private final String files;

    Configuration(String keys, String files) {
      this.keys = keys;
      this.files = files;
    }

    /** Whether a script may write it. */
    public boolean isWrittenBy(String script) {
      return hasOne(keys, script);
    }

    /** Whether the words of COPY or ADD, or a heredoc of theirs, may bring it along. */
    public boolean isCopiedBy(String instruction) {
      return hasOne(keys, instruction) || hasOne(files, instruction);
    }

    private static boolean hasOne(String marks, String text) {
      for (String mark : Cells.split(marks, ' ')) {
        if (text.contains(mark.replace('~', ' '))) {
          return true;
        }
      }
      return false;
    }
  }

  /** The address that those of its commands begin with. */
  Anchor anchor();

  Host host();

  Script script();

  /** The program that reads it and the arguments before the text, as SHELL names them. */
  List<String> shell();

  /** The words that start what reads it: those of its shebang, else those of SHELL. */
  default List<String> interpreter() {
    Optional<Shebang> shebang = Shebang.of(script().slice().text());
    return shebang.isPresent() ? shebang.get().words() : shell();
  }

  /** What is known of the image that it runs in. */
  Optional<BaseImage> image();

  /** Who runs it, as USER writes it. */
  Value user();

  /** The folder in which it starts. */
  Value workdir();

  /** What was written behind the words of a command, and nobody ever sees. */
  default Optional<Slice> dropped() {
    return Optional.empty();
  }

  /**
   * Whether the Docker that it talks to is known to be new each time, so that it holds no layer of
   * an earlier run.
   */
  default boolean hasNewDocker() {
    return false;
  }

  /** What a variable holds that is set around the script; nothing where it is not set. */
  Value variable(String name);

  /** Whether an instruction before it may have written a configuration. */
  boolean isConfiguredBefore(Configuration configuration);

  /** Whether the script itself, or an instruction before it, may have written a configuration. */
  default boolean isConfigured(Configuration configuration) {
    return isConfiguredBefore(configuration) || configuration.isWrittenBy(script().slice().text());
  }

  /**
   * The folders whose content stays out of the image, by mounts of any type that is written to:
   * cache, tmpfs, bind.
   */
  List<Value> mounted();

  /**
   * Whether a folder lies within a mount that is known, so that what is written there never reaches
   * the image.
   */
  default boolean isMounted(String folder) {
    for (Value mount : mounted()) {
      if (mount instanceof Value.Known known && isWithin(folder, known.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String folder, String mount) {
    String above = mount.endsWith("/") ? mount : mount + "/";
    return folder.equals(mount) || folder.startsWith(above);
  }
}
