package dev.plimsoll.report;

import dev.plimsoll.project.map.ProjectMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** A drawing in the language of Graphviz (graphviz.org/doc/info/lang.html): a box for each set. */
public final class ProjectDot implements ProjectReport {

  @Override
  public void write(ProjectMap map, PathNames paths, OutputStream out) throws IOException {
    StringBuilder text =
        new StringBuilder("digraph plimsoll {\n  rankdir=LR;\n  node [shape=box];\n");
    int number = 0;
    for (ProjectMap.FileSet set : map.sets()) {
      new Cluster("s" + number++, paths, text).draw(set);
    }
    out.write(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** One set; what it starts from stands outside of it, for other sets start from that, too. */
  private record Cluster(String id, PathNames paths, StringBuilder text) {

    void draw(ProjectMap.FileSet set) {
      text.append("  subgraph ").append(quoted("cluster_" + id)).append(" {\n    label=");
      String folder = set.folder().isEmpty() ? "" : paths.shown(set.folder()) + ": ";
      text.append(quoted(folder + set.name())).append(";\n");
      Set<String> volumes = new LinkedHashSet<>();
      for (ProjectMap.Service service : set.services()) {
        text.append("    ").append(node(service.name())).append(" [label=");
        text.append(quoted(service.name())).append("];\n");
        for (ProjectMap.Mount mount : service.mounts()) {
          if (mount.type().equals("volume") && !mount.source().isEmpty()) {
            volumes.add(mount.source());
          }
        }
      }
      for (String volume : volumes) {
        text.append("    ").append(node("volume " + volume)).append(" [shape=cylinder, label=");
        text.append(quoted(volume)).append("];\n");
      }
      text.append("  }\n");
      for (ProjectMap.Service service : set.services()) {
        edges(service);
      }
    }

    private void edges(ProjectMap.Service service) {
      String from = node(service.name());
      if (service.image().build().isPresent()) {
        ProjectMap.Build build = service.image().build().get();
        String file = paths.shown(build.dockerfile());
        String stage = build.stage().isEmpty() ? "" : " (" + build.stage() + ")";
        edge(from, quoted(file + stage), "label=builds");
      } else if (!service.image().name().isEmpty()) {
        edge(from, quoted(service.image().name()), "label=pulls");
      }
      for (ProjectMap.Dependency dependency : service.after()) {
        edge(from, node(dependency.service()), "label=after");
      }
      Set<String> called = new LinkedHashSet<>();
      for (ProjectMap.Host host : service.hosts()) {
        called.addAll(host.answering());
      }
      called.remove(service.name());
      for (String other : called) {
        edge(from, node(other), "label=calls, style=dashed");
      }
      for (ProjectMap.Mount mount : service.mounts()) {
        if (mount.type().equals("volume") && !mount.source().isEmpty()) {
          edge(from, node("volume " + mount.source()), "label=" + quoted(mount.target()));
        }
      }
    }

    private void edge(String from, String to, String look) {
      text.append("  ").append(from).append(" -> ").append(to);
      text.append(" [").append(look).append("];\n");
    }

    private String node(String name) {
      return quoted(id + " " + name);
    }
  }

  private static String quoted(String text) {
    String line = Visible.line(text.replace('\n', ' '));
    return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
