package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes Compose projects of any size, four services a file, joined in the ways that projects are.
 */
public final class ComposeProject {

  private static final int A_FILE = 4;

  /** How the files belong together. */
  enum Shape {
    /** One file includes all others. */
    INCLUDE,
    /** Each file's services extend those of the file before, ten files deep, and a common one. */
    EXTENDS,
    /** Folders with a default file and its override. */
    FOLDERS,
    /** Files beside each other, each started alone. */
    BESIDE,
    /** One folder; {@code COMPOSE_FILE} in its {@code .env} names all files. */
    VARIABLE,
    /** Scripts that each start the default file with two others. */
    SCRIPTS
  }

  private final Path folder;
  private final int files;

  private ComposeProject(Path folder, int services) {
    this.folder = folder;
    this.files = services / A_FILE;
  }

  /** Arguments: a shape, how many services, and the folder for them, which is empty. */
  public static void main(String[] arguments) throws IOException {
    new ComposeProject(Path.of(arguments[2]), Integer.parseInt(arguments[1]))
        .write(Shape.valueOf(arguments[0]));
  }

  private void write(Shape shape) throws IOException {
    switch (shape) {
      case INCLUDE -> include();
      case EXTENDS -> extend();
      case FOLDERS -> folders();
      case BESIDE -> beside();
      case VARIABLE -> variable();
      case SCRIPTS -> scripts();
    }
  }

  private void include() throws IOException {
    StringBuilder root = new StringBuilder("include:\n");
    for (int i = 0; i < files; i++) {
      root.append("  - parts/p").append(i).append("/compose.yaml\n");
      file("parts/p" + i + "/compose.yaml", services(i, ""));
    }
    file("compose.yaml", root.toString());
  }

  private void extend() throws IOException {
    file("common.yaml", "services:\n  common:\n    image: alpine:3.22\n    restart: always\n");
    for (int i = 0; i < files; i++) {
      String before = i % 10 == 0 ? "common.yaml" : "compose.f" + (i - 1) + ".yaml";
      StringBuilder text = new StringBuilder("services:\n");
      for (int j = 0; j < A_FILE; j++) {
        String base = i % 10 == 0 ? "common" : name(i - 1, j);
        text.append("  ").append(name(i, j)).append(":\n    extends:\n      file: ");
        text.append(before).append("\n      service: ").append(base);
        text.append("\n    environment:\n      V").append(i).append(": \"1\"\n");
      }
      file("compose.f" + i + ".yaml", text.toString());
    }
  }

  private void folders() throws IOException {
    for (int i = 0; i < files / 2; i++) {
      String in = "apps/a" + i + "/";
      file(in + "compose.yaml", services(2 * i, ""));
      file(in + "compose.override.yaml", services(2 * i, "      - \"./data:/more\"\n"));
      file(in + ".env", "TAG=3.22\n");
    }
  }

  private void beside() throws IOException {
    for (int i = 0; i < files; i++) {
      file("compose.f" + i + ".yaml", services(i, ""));
    }
  }

  private void variable() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      names.add("compose.f" + i + ".yaml");
    }
    beside();
    file(".env", "COMPOSE_FILE=" + String.join(":", names) + "\n");
  }

  private void scripts() throws IOException {
    file("compose.yaml", services(files, ""));
    beside();
    for (int i = 0; i + 1 < files; i += 2) {
      file(
          "scripts/s" + i + ".sh",
          "#!/bin/sh\ncd ..\ndocker compose -f compose.yaml -f compose.f%d.yaml -f compose.f%d.yaml up\n"
              .formatted(i, i + 1));
    }
  }

  private static String services(int file, String more) {
    StringBuilder text = new StringBuilder("services:\n");
    for (int j = 0; j < A_FILE; j++) {
      int port = 1024 + (file * A_FILE + j) % 60_000;
      text.append("  ").append(name(file, j)).append(":\n    image: alpine:${TAG:-3.22}\n");
      text.append("    restart: always\n    ports:\n      - \"").append(port).append(":80\"\n");
      text.append("    volumes:\n      - \"d").append(j).append(":/data\"\n").append(more);
      text.append("    environment:\n      - MODE=${MODE:-prod}\n      - NUMBER=").append(port);
      if (j > 0) {
        text.append("\n    depends_on: [").append(name(file, j - 1)).append("]");
      }
      text.append("\n    healthcheck:\n      test: [CMD, \"true\"]\n");
    }
    text.append("volumes:\n");
    for (int j = 0; j < A_FILE; j++) {
      text.append("  d").append(j).append(":\n");
    }
    return text.toString();
  }

  private static String name(int file, int service) {
    return "s" + file + "-" + service;
  }

  private void file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
