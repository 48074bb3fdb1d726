package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Optional;

/** A disk can be read and written past every permission of the files on it. */
@RuleInfo(
    id = "compose/host-device-exposed",
    title = "Host device is handed to the container",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.NONE,
    aliases = "compose-lint:CL-0016",
    cwe = 668,
    options = HostDeviceExposed.Options.class)
public final class HostDeviceExposed extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "devices that services may have") List<String> allowedDevices) {
    public Options {
      allowedDevices = List.copyOf(allowedDevices);
    }
  }

  /** Disks, by what their names begin with. Source: the kernel's list of devices. */
  private static final String[] DISKS = {
    "/dev/sd",
    "/dev/nvme",
    "/dev/vd",
    "/dev/xvd",
    "/dev/hd",
    "/dev/mmcblk",
    "/dev/md",
    "/dev/disk/",
    "/dev/loop",
    "/dev/dm-",
    "/dev/mapper",
    "/dev/rbd"
  };

  private static final List<String> OTHERS =
      List.of(
          "/dev",
          "/dev/fuse",
          "/dev/kmem",
          "/dev/kmsg",
          "/dev/kvm",
          "/dev/mem",
          "/dev/port",
          "/dev/zfs");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    for (ComposeNode item : service.items("devices")) {
      Optional<ComposeNode> source =
          item instanceof Table table ? table.find("source") : Optional.empty();
      if (source.isPresent() && source.get() instanceof Scalar scalar) {
        device(scalar, service, context);
      }
    }
    for (ComposeNode item : service.items("device_cgroup_rules")) {
      if (item instanceof Scalar scalar && isBroad(scalar.known().orElse(""))) {
        context.report(
            Finding.at(
                service.anchor("device_cgroup_rules"),
                item.slice(),
                "%s opens all devices of the host of that kind: name their numbers",
                item.slice()));
      }
    }
  }

  private static void device(Scalar source, ComposeService service, RuleContext context) {
    String path = source.known().orElse("");
    boolean disk = isDisk(path);
    if ((!disk && !OTHERS.contains(path))
        || context.options(Options.class).allowedDevices().contains(path)) {
      return;
    }
    context.report(
        disk
            ? Finding.at(
                service.anchor("devices"),
                source.slice(),
                "%s is a disk of the host: the container gets past the permissions of its files",
                source.slice())
            : Finding.at(
                service.anchor("devices"),
                source.slice(),
                "%s gives the container a part of the host's kernel to talk to",
                source.slice()));
  }

  private static boolean isDisk(String path) {
    if (path.startsWith("/dev/")) {
      for (String disk : DISKS) {
        if (path.startsWith(disk)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code b *:* rwm}, {@code a}. */
  private static boolean isBroad(String rule) {
    return rule.equals("a") || rule.startsWith("a ") || rule.contains(" *:");
  }
}
