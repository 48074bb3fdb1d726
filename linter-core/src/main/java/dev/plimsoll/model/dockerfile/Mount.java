package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code --mount} of a RUN. Source: BuildKit, {@code instructions/commands_runmount.go}.
 *
 * @param type in lower case; {@code bind} where none is written
 * @param target the whole path, below WORKDIR where it is written without one; absent where none is
 *     written
 * @param source absent where it is the build context, or the mount has none
 */
public record Mount(
    Flag flag, MountFields fields, String type, Optional<Value> target, Optional<Source> source) {

  private static final List<String> TYPE = List.of("type");
  private static final List<String> TARGET = List.of("target", "dst", "destination");
  private static final List<String> FROM = List.of("from");

  static Mount of(Flag flag, BuildState state, SourceFinder sources) {
    MountFields fields = flag.mountFields();
    Optional<Word> type = value(fields, TYPE);
    Optional<Word> target = value(fields, TARGET);
    Optional<Word> from = value(fields, FROM);
    return new Mount(
        flag,
        fields,
        type.isEmpty() ? "bind" : type.get().text().toLowerCase(Locale.ROOT),
        target.isEmpty()
            ? Optional.empty()
            : Optional.of(BuildPath.resolve(state.workdir(), state.valueOf(target.get()))),
        from.isEmpty() ? Optional.empty() : Optional.of(sources.find(from.get().text())));
  }

  private static Optional<Word> value(MountFields fields, List<String> names) {
    Optional<MountFields.Field> field = fields.last(names);
    return field.isEmpty() ? Optional.empty() : field.get().value();
  }
}
