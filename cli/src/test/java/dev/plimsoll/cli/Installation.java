package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;

/** A copy of the packaged distribution, with a home folder of its own to run it in. */
final class Installation {

  /** How one run ended. */
  record Run(int status, String out, String err) {}

  private static final long DEADLINE_SECONDS = 120;

  final Path dist;
  final Path home;
  private final Map<String, String> environment = new TreeMap<>();

  /** Copies the distribution to {@code dist} below the folder. */
  Installation(Path folder) throws IOException {
    dist = folder.resolve("dist");
    home = Files.createDirectories(folder.resolve("home"));
    copyTree(Path.of(System.getProperty("plimsoll.distribution", "")), dist);
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("HOME", home.toString());
  }

  Installation with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Installation without(String variable) {
    environment.remove(variable);
    return this;
  }

  Path launcher() {
    return dist.resolve("bin/plimsoll");
  }

  Path cache() {
    return home.resolve(".cache/plimsoll");
  }

  /** The archives that lie in the cache, those being made left out. */
  List<Path> archives() throws IOException {
    if (!Files.isDirectory(cache())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache())) {
      return files.filter(file -> file.toString().matches(".*\\.(aot|jsa)")).sorted().toList();
    }
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(Arrays.asList(arguments));
    return runCommand(command);
  }

  /** Reads standard output to its end, as a pipe's reader does, before it waits for the process. */
  Run runCommand(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(home, "stderr", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of(System.getProperty("plimsoll.root", "")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end");
    }
    return new Run(process.exitValue(), out, Files.readString(errors));
  }

  /**
   * Waits until no process of this installation is left: the maker of an archive outlives the run
   * that asked for it, and would write into a folder that is being deleted.
   */
  void awaitItsProcesses() throws InterruptedException {
    Instant end = Instant.now().plusSeconds(DEADLINE_SECONDS);
    while (ProcessHandle.allProcesses().anyMatch(this::isOurs)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("processes of " + dist + " did not end");
      }
      Thread.sleep(20);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return Arrays.stream(arguments).anyMatch(argument -> argument.contains(dist.toString()));
  }

  /**
   * Changes a message of equal length in the compiled classes, and the build id as the build does.
   */
  void rebuildWith(String message, String changed) throws IOException {
    boolean found = false;
    try (Stream<Path> files = Files.list(dist.resolve("lib"))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        found |= patch(jar, message, changed);
      }
    }
    if (!found || message.length() != changed.length()) {
      throw new AssertionError("no class holds the message " + message);
    }
    Project ant = new Project();
    ant.init();
    ant.setUserProperty("lib", dist.resolve("lib").toString());
    ProjectHelper.configureProject(
        ant, Path.of(System.getProperty("plimsoll.build-id-script", "")).toFile());
    ant.executeTarget("build-id");
  }

  private static boolean patch(Path jar, String message, String changed) throws IOException {
    boolean found = false;
    Path draft = Files.createTempFile(jar.getParent(), "draft", ".tmp");
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(draft);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        // Latin-1 keeps each byte as it is.
        String bytes = new String(from.readAllBytes(), StandardCharsets.ISO_8859_1);
        boolean here = entry.getName().endsWith(".class") && bytes.contains(message);
        found |= here;
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            (here ? bytes.replace(message, changed) : bytes).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    if (found) {
      Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(draft);
    }
    return found;
  }

  /**
   * A shell script in a JVM's place: it prints its arguments, and makes archives when let through.
   */
  Path fakeJvm(String folder, String version) throws IOException {
    Path jvm = home.resolve(".jdks").resolve(folder);
    Files.createDirectories(jvm.resolve("bin"));
    Files.writeString(
        jvm.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"%s+1\"\nJAVA_VERSION=\"%s\"\n"
            .formatted(version, version));
    Path java = jvm.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case $1 in
          -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)
            echo started >>"$HOME/makers"
            while [ -e "$HOME/gate" ]; do sleep 0.1; done
            echo archive >"${1#*=}"
            ;;
        esac
        echo "%s"
        for argument; do printf '%%s\\n' "$argument"; done
        """
            .formatted(folder.toUpperCase(Locale.ROOT)));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException(java + " cannot be made executable");
    }
    return jvm;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
