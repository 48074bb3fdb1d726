package dev.plimsoll.report;

import dev.plimsoll.project.map.ProjectMap;
import dev.plimsoll.project.map.ProjectMap.Fact;
import dev.plimsoll.project.map.ProjectMap.Spot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code plimsoll-project/1}, for machines. Fields may be added, never renamed. What is not known
 * is an object with the one field {@code unknown}, the reason.
 */
public final class ProjectJson implements ProjectReport {

  /** The class-path resource with the JSON Schema of this format. */
  public static final String SCHEMA_RESOURCE = "plimsoll/schema/plimsoll-project-1.schema.json";

  private static final String FORMAT = "plimsoll-project/1";

  private final String version;

  /** The report of a tool of some version. */
  public ProjectJson(String version) {
    this.version = version;
  }

  @Override
  public void write(ProjectMap map, PathNames paths, OutputStream out) throws IOException {
    Json.document(
        out,
        json -> {
          json.object().text("schema", FORMAT);
          json.object("tool").text("name", "plimsoll").text("version", version).endObject();
          json.array("sets");
          for (ProjectMap.FileSet set : map.sets()) {
            set(json, set, paths);
          }
          json.endArray().array("baked");
          for (ProjectMap.Baked target : map.baked()) {
            baked(json, target, paths);
          }
          json.endArray().texts("unbuilt", shown(map.unbuilt(), paths)).endObject();
        });
  }

  private static void baked(Json json, ProjectMap.Baked target, PathNames paths) {
    json.object().text("name", target.name());
    spot(json, target.spot(), paths);
    json.text("dockerfile", paths.shown(target.dockerfile()));
    json.text("context", paths.shown(target.context())).text("stage", target.stage());
    json.endObject();
  }

  private static void set(Json json, ProjectMap.FileSet set, PathNames paths) {
    json.object().text("name", set.name()).text("folder", paths.shown(set.folder()));
    json.text("role", set.role()).flag("whole", set.isWhole());
    json.texts("files", shown(set.files(), paths));
    json.texts("brought", shown(set.brought(), paths));
    json.array("evidence");
    for (Spot spot : set.evidence()) {
      json.object();
      spot(json, spot, paths);
      json.endObject();
    }
    json.endArray()
        .number("refusals", set.refusals())
        .number("openRefusals", set.openRefusals())
        .array("services");
    for (ProjectMap.Service service : set.services()) {
      service(json, service, paths);
    }
    json.endArray().endObject();
  }

  private static void service(Json json, ProjectMap.Service service, PathNames paths) {
    json.object().text("name", service.name());
    spot(json, service.spot(), paths);
    json.texts("profiles", service.profiles());
    image(json, service.image(), paths);
    fact(json, "user", service.user());
    fact(json, "writesAs", service.writesAs());
    fact(json, "starts", service.starts());
    fact(json, "connections", service.connections());
    json.texts("networks", service.networks()).array("mounts");
    for (ProjectMap.Mount mount : service.mounts()) {
      json.object().text("type", mount.type()).text("source", mount.source());
      json.text("target", mount.target()).flag("readOnly", mount.readOnly());
      fact(json, "owner", mount.owner());
      json.endObject();
    }
    json.endArray().array("dependsOn");
    for (ProjectMap.Dependency dependency : service.after()) {
      json.object().text("service", dependency.service());
      json.text("condition", dependency.condition()).endObject();
    }
    json.endArray().array("hosts");
    for (ProjectMap.Host host : service.hosts()) {
      host(json, host, paths);
    }
    json.endArray().endObject();
  }

  private static void image(Json json, ProjectMap.Image image, PathNames paths) {
    json.object("image").text("name", image.name());
    if (image.build().isPresent()) {
      ProjectMap.Build build = image.build().get();
      json.object("build").text("dockerfile", paths.shown(build.dockerfile()));
      json.text("context", paths.shown(build.context())).text("stage", build.stage());
      json.number("stageIndex", build.index()).endObject();
    }
    fact(json, "base", image.base());
    json.endObject();
  }

  private static void host(Json json, ProjectMap.Host host, PathNames paths) {
    json.object().text("name", host.name());
    if (host.port().isPresent()) {
      json.number("port", host.port().get());
    }
    if (!host.variable().isEmpty()) {
      json.text("variable", host.variable());
    }
    spot(json, host.spot(), paths);
    if (host.unknown().isEmpty()) {
      json.texts("answering", host.answering()).texts("apart", host.apart());
    } else {
      json.text("unknown", host.unknown());
    }
    json.endObject();
  }

  private static void fact(Json json, String name, Fact fact) {
    if (fact.isKnown()) {
      if (!fact.text().isEmpty()) {
        json.text(name, fact.text());
      }
    } else {
      json.object(name).text("unknown", fact.unknown()).endObject();
    }
  }

  private static void spot(Json json, Spot spot, PathNames paths) {
    json.text("file", paths.shown(spot.file())).number("line", spot.line());
    json.number("column", spot.column());
  }

  private static List<String> shown(List<String> names, PathNames paths) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      shown.add(paths.shown(name));
    }
    return shown;
  }
}
