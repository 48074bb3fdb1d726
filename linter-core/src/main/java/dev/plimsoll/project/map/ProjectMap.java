package dev.plimsoll.project.map;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a project: which files are started together, and what runs then.
 *
 * @param sets in the order of their folders and files
 * @param baked what Bake files build
 * @param unbuilt Dockerfiles that neither a service nor a Bake file builds
 */
public record ProjectMap(List<FileSet> sets, List<Baked> baked, List<String> unbuilt) {

  public ProjectMap {
    sets = List.copyOf(sets);
    baked = List.copyOf(baked);
    unbuilt = List.copyOf(unbuilt);
  }

  /**
   * A place in a file.
   *
   * @param file its name in the workspace
   * @param line 1-based
   * @param column 1-based, in UTF-16 units
   */
  public record Spot(String file, int line, int column) {}

  /**
   * Something that is known or, with a reason, not.
   *
   * @param text what is known; empty where it is not
   * @param unknown why it is not known; empty where it is
   */
  public record Fact(String text, String unknown) {
    static Fact of(String text) {
      return new Fact(text, "");
    }

    static Fact unknown(String reason) {
      return new Fact("", reason);
    }

    public boolean isKnown() {
      return unknown.isEmpty();
    }
  }

  /**
   * A target of a Bake file.
   *
   * @param stage empty for the last one, and where a variable decides
   */
  public record Baked(String name, Spot spot, String dockerfile, String context, String stage) {}

  /**
   * Files that are started together.
   *
   * @param name unique together with the folder
   * @param folder the project's; empty for the root
   * @param role in lower case
   * @param isWhole whether nothing else is known to belong to it
   * @param files in the order in which each is laid over those before
   * @param brought files that these include or extend
   * @param evidence what says that they are started so; none where their names alone do
   * @param refusals how often Compose would refuse them
   * @param openRefusals how often it would unless the environment sets variables that no file sets
   */
  public record FileSet(
      String name,
      String folder,
      String role,
      boolean isWhole,
      List<String> files,
      List<String> brought,
      List<Spot> evidence,
      int refusals,
      int openRefusals,
      List<Service> services) {
    public FileSet {
      files = List.copyOf(files);
      brought = List.copyOf(brought);
      evidence = List.copyOf(evidence);
      services = List.copyOf(services);
    }
  }

  /**
   * A service of a set.
   *
   * @param spot where its name was written last
   * @param profiles none where it always runs
   * @param user who its process is started as
   * @param writesAs who it goes on as
   * @param starts the programs that it starts
   * @param connections how many it opens to databases or, being one, accepts; empty where nothing
   *     of it is seen
   * @param networks keys of the set
   * @param after the services that it waits for
   * @param hosts those that it is told to talk to
   */
  public record Service(
      String name,
      Spot spot,
      List<String> profiles,
      Image image,
      Fact user,
      Fact writesAs,
      Fact starts,
      Fact connections,
      List<String> networks,
      List<Mount> mounts,
      List<Dependency> after,
      List<Host> hosts) {
    public Service {
      profiles = List.copyOf(profiles);
      networks = List.copyOf(networks);
      mounts = List.copyOf(mounts);
      after = List.copyOf(after);
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * What a service starts from.
   *
   * @param name the image's, as Compose makes it of the text; empty where the service gives none
   * @param build absent where nothing of the project builds it
   * @param base the image at the bottom
   */
  public record Image(String name, Optional<Build> build, Fact base) {}

  /**
   * What builds an image.
   *
   * @param context the folder's name in the workspace
   * @param stage its name; empty where it has none
   * @param index the stage's, 0-based
   */
  public record Build(String dockerfile, String context, String stage, int index) {}

  /**
   * A mount of a service.
   *
   * @param source empty where it has none
   * @param owner who owns what is there before the service writes
   */
  public record Mount(String type, String source, String target, boolean readOnly, Fact owner) {}

  /**
   * @param condition {@code service_started}, {@code service_healthy}
   */
  public record Dependency(String service, String condition) {}

  /**
   * A host that a service is told to talk to.
   *
   * @param variable what names it; empty for a command line
   * @param answering the services that answer there
   * @param apart those of that name which share no network with it
   * @param unknown why it cannot be told who answers; empty where it can
   */
  public record Host(
      String name,
      Optional<Integer> port,
      String variable,
      Spot spot,
      List<String> answering,
      List<String> apart,
      String unknown) {
    public Host {
      answering = List.copyOf(answering);
      apart = List.copyOf(apart);
    }
  }
}
