package dev.plimsoll.report;

import dev.plimsoll.project.map.ProjectMap;
import dev.plimsoll.project.map.ProjectMap.Fact;
import dev.plimsoll.project.map.ProjectMap.Spot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** For people: each set with what speaks for it, then its services, a line for each thing known. */
public final class ProjectText implements ProjectReport {

  private static final int LABEL = 10;
  private static final int DIGITS = 12; // as docker images shows

  @Override
  public void write(ProjectMap map, PathNames paths, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ProjectMap.FileSet set : map.sets()) {
      set(set, paths, text);
      text.append('\n');
    }
    if (!map.baked().isEmpty()) {
      text.append("Built by Bake:\n");
      for (ProjectMap.Baked target : map.baked()) {
        String stage = target.stage().isEmpty() ? "" : ", stage " + target.stage();
        text.append("  ").append(Visible.line(target.name())).append("  ");
        text.append(spot(target.spot(), paths)).append(": ");
        text.append(Visible.line(paths.shown(target.dockerfile()) + stage)).append('\n');
      }
      text.append('\n');
    }
    if (!map.unbuilt().isEmpty()) {
      text.append("Built by nothing that is seen:\n");
      for (String file : map.unbuilt()) {
        text.append("  ").append(Visible.line(paths.shown(file))).append('\n');
      }
      text.append('\n');
    }
    text.append(summary(map)).append('\n');
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(text.toString());
    writer.flush();
  }

  private static String summary(ProjectMap map) {
    if (map.sets().isEmpty()) {
      return "No Compose file: compose.yaml, docker-compose*.yml and the like are looked for.";
    }
    int services = 0;
    for (ProjectMap.FileSet set : map.sets()) {
      services += set.services().size();
    }
    return Counted.of(map.sets().size(), "file set") + ", " + Counted.of(services, "service") + ".";
  }

  private static void set(ProjectMap.FileSet set, PathNames paths, StringBuilder text) {
    text.append(Visible.line(set.name()));
    if (!set.role().equals("unknown")) {
      text.append(" · ").append(set.role());
    }
    text.append(" · ").append(files(set.files(), paths)).append('\n');
    if (!set.evidence().isEmpty()) {
      List<String> spots = new ArrayList<>();
      for (Spot spot : set.evidence()) {
        spots.add(spot(spot, paths));
      }
      line("because", String.join(", ", spots), text);
    }
    if (!set.brought().isEmpty()) {
      line("brings", files(set.brought(), paths), text);
    }
    if (!set.isWhole()) {
      line("note", "what it is laid over is not known", text);
    }
    if (set.refusals() > 0) {
      line("note", "Compose would refuse it; plimsoll check says why", text);
    } else if (set.openRefusals() > 0) {
      line("note", "Compose refuses it until variables are set that no file sets", text);
    }
    for (ProjectMap.Service service : set.services()) {
      service(service, paths, text);
    }
  }

  private static void service(ProjectMap.Service service, PathNames paths, StringBuilder text) {
    text.append("\n  ").append(Visible.line(service.name()));
    text.append("  ").append(spot(service.spot(), paths)).append('\n');
    line("  image", image(service.image(), paths), text);
    fact("  user", service.user(), text);
    if (service.user().isKnown() && !service.writesAs().equals(service.user())) {
      fact("  works as", service.writesAs(), text);
    }
    if (service.starts().isKnown()) {
      fact("  starts", service.starts(), text);
    }
    fact("  connects", service.connections(), text);
    if (!service.profiles().isEmpty()) {
      line("  profiles", String.join(", ", service.profiles()), text);
    }
    if (!service.networks().equals(List.of("default"))) {
      line("  networks", String.join(", ", service.networks()), text);
    }
    for (ProjectMap.Mount mount : service.mounts()) {
      line("  mount", mount(mount), text);
    }
    for (ProjectMap.Dependency dependency : service.after()) {
      String condition = dependency.condition().replace("service_", "");
      line("  after", dependency.service() + " (" + condition + ")", text);
    }
    for (ProjectMap.Host host : service.hosts()) {
      line("  reaches", host(host, service.spot(), paths), text);
    }
  }

  private static void fact(String label, Fact fact, StringBuilder text) {
    line(label, fact.isKnown() ? fact.text() : "unknown: " + fact.unknown(), text);
  }

  private static void line(String label, String content, StringBuilder text) {
    if (!content.isEmpty()) {
      text.append("  ").append(label).append(" ".repeat(Math.max(1, LABEL + 2 - label.length())));
      text.append(Visible.line(content)).append('\n');
    }
  }

  private static String image(ProjectMap.Image image, PathNames paths) {
    StringBuilder text = new StringBuilder(shortened(image.name()));
    if (image.build().isPresent()) {
      ProjectMap.Build build = image.build().get();
      text.append(text.isEmpty() ? "" : ", ");
      text.append("built from ").append(paths.shown(build.dockerfile()));
      text.append(build.stage().isEmpty() ? "" : ", stage " + build.stage());
      if (image.base().isKnown()) {
        text.append(", on ").append(shortened(image.base().text()));
      }
    }
    if (!image.base().isKnown()) {
      text.append(text.isEmpty() ? "unknown: " : "; ").append(image.base().unknown());
    }
    return text.toString();
  }

  /** The name with no more of a digest than tells it from others. */
  private static String shortened(String image) {
    int digest = image.indexOf("@sha256:");
    int end = digest + "@sha256:".length() + DIGITS;
    return digest < 0 || end >= image.length() ? image : image.substring(0, end) + "…";
  }

  private static String mount(ProjectMap.Mount mount) {
    StringBuilder text = new StringBuilder(mount.source());
    text.append(mount.source().isEmpty() ? "" : " → ").append(mount.target());
    text.append(" (").append(mount.type()).append(mount.readOnly() ? ", read-only" : "");
    if (mount.owner().isKnown() && !mount.owner().text().isEmpty()) {
      text.append(", owned by ").append(mount.owner().text());
    }
    return text.append(')').toString();
  }

  private static String host(ProjectMap.Host host, Spot service, PathNames paths) {
    StringBuilder text = new StringBuilder(host.name());
    if (host.port().isPresent()) {
      text.append(':').append(host.port().get());
    }
    text.append(" (").append(host.variable().isEmpty() ? "" : host.variable() + ", ");
    boolean here = host.spot().file().equals(service.file());
    text.append(here ? "line " + host.spot().line() : spot(host.spot(), paths)).append("): ");
    if (!host.unknown().isEmpty()) {
      return text.append("not known, ").append(host.unknown()).toString();
    }
    if (!host.answering().isEmpty()) {
      return text.append(String.join(", ", host.answering())).append(" answers").toString();
    }
    return text.append(
            host.apart().isEmpty()
                ? "nothing answers"
                : String.join(", ", host.apart()) + " is in no network of it")
        .toString();
  }

  private static String files(List<String> names, PathNames paths) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      shown.add(Visible.line(paths.shown(name)));
    }
    return String.join(", ", shown);
  }

  private static String spot(Spot spot, PathNames paths) {
    return Visible.line(paths.shown(spot.file())) + ":" + spot.line() + ":" + spot.column();
  }
}
