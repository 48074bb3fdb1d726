package dev.plimsoll.parse.dockerfile.tree;

import java.util.List;

/** The instructions that BuildKit knows, {@code dockerfile/command/command.go} 0.34. */
public final class InstructionNames {

  /** All of them, as they are written most often. */
  public static final List<String> ALL =
      List.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private InstructionNames() {}
}
