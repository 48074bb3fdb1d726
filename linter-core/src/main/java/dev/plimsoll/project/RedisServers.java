package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.project.RedisServer.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how a Redis is set: the words of its command, else those that its image adds to it. */
final class RedisServers {

  private static final List<String> FLAGS =
      List.of("REDIS_ARGS", "REDIS_EXTRA_FLAGS", "VALKEY_EXTRA_FLAGS");

  private RedisServers() {}

  /** Whether an image is one whose options these are. */
  static boolean is(ImageReference reference) {
    Optional<BackingImage> known = BackingImages.find(reference);
    return known.isPresent()
        && known.get().product().equals("redis")
        && !reference.path().contains("dragonfly");
  }

  static RedisServer read(
      ComposeService service,
      ImageReference reference,
      boolean isBuilt,
      Map<String, Scalar> environment,
      List<ServiceMount> mounts) {
    List<StartWord> words = new ArrayList<>();
    List<List<StartWord>> commands = StartWords.own(service, environment);
    for (List<StartWord> command : commands) {
      if (isServer(command)) {
        words.addAll(command);
      }
    }
    for (String name : FLAGS) {
      Scalar flags = environment.get(name);
      if (flags != null) {
        words.addAll(StartWords.in(flags));
      }
    }
    boolean isUnread = !commands.isEmpty() && words.isEmpty();
    boolean hasFile = isUnread || isBuilt || mayBeConfigured(mounts);
    for (StartWord word : words) {
      hasFile |= word.text().isEmpty() || word.text().get().endsWith(".conf");
    }
    String image = reference.familiarName() + ":" + reference.effectiveTag().orElse("");
    return new RedisServer(service, image, options(words), hasFile);
  }

  /** Whether the words of a command go to the server: its image puts the program before options. */
  private static boolean isServer(List<StartWord> command) {
    for (StartWord word : command) {
      if (word.program().endsWith("-server")) {
        return true;
      }
    }
    return command.get(0).startsWith("-") || command.get(0).program().endsWith(".conf");
  }

  private static boolean mayBeConfigured(List<ServiceMount> mounts) {
    for (ServiceMount mount : mounts) {
      String target = mount.target().text();
      if (target.endsWith(".conf") || target.endsWith("/etc") || target.contains("/mounted-etc")) {
        return true;
      }
    }
    return false;
  }

  /** {@code --maxmemory 100mb}; the last counts. */
  private static Map<String, Setting> options(List<StartWord> words) {
    Map<String, Setting> options = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text().orElse("");
      if (word.startsWith("--") && word.length() > 2) {
        String name = word.substring(2).toLowerCase(Locale.ROOT);
        boolean hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
        StartWord value = hasValue ? words.get(i + 1) : words.get(i);
        Optional<String> text = hasValue ? value.text() : Optional.of("");
        options.put(name, new Setting(text, value.place()));
      }
    }
    return options;
  }
}
