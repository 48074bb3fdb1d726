package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Set;

/**
 * Arguments outside of stages: those before the first FROM, and those that the builder defines
 * itself. Sources: BuildKit, {@code dockerfile2llb/platform.go} and {@code convert.go}.
 */
final class GlobalArguments {

  private static final Set<String> PLATFORM =
      Set.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE");

  private static final String BUILDER = "the builder may set it";

  /** They need no ARG, in either case. */
  private static final Set<String> PROXY =
      Set.of(
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "FTP_PROXY",
          "NO_PROXY",
          "ALL_PROXY",
          "http_proxy",
          "https_proxy",
          "ftp_proxy",
          "no_proxy",
          "all_proxy");

  private static final List<Binding> UNSET = List.of(new Binding.Unset());

  private GlobalArguments() {}

  /** Whether the builder sets it outside of stages. */
  static boolean isPlatform(String name) {
    return PLATFORM.contains(name);
  }

  /** Whether the builder sets it everywhere. */
  static boolean isEverywhere(String name) {
    return PROXY.contains(name) || name.equals("PATH");
  }

  /** What a name holds before the first instruction of a file, which stands at {@code first}. */
  record BeforeAll(Slice first) implements Variables.Start {
    @Override
    public List<Binding> find(String name) {
      if (PLATFORM.contains(name)) {
        return unknown("the platform of the build decides", first);
      }
      return PROXY.contains(name) ? unknown(BUILDER, first) : UNSET;
    }
  }

  /** What a name holds at the start of a stage that starts from nothing. */
  record InScratch(Slice image) implements Variables.Start {
    @Override
    public List<Binding> find(String name) {
      boolean builder = PROXY.contains(name) || name.equals("PATH");
      return builder ? unknown(BUILDER, image) : UNSET;
    }
  }

  /** What a name holds at the start of a stage that starts from an image. */
  record InImage(Slice image) implements Variables.Start {
    @Override
    public List<Binding> find(String name) {
      return unknown("the base image may set it", image);
    }
  }

  private static List<Binding> unknown(String reason, Slice origin) {
    return List.of(new Binding.Unknown(new Value.Unknown(reason, origin)));
  }
}
