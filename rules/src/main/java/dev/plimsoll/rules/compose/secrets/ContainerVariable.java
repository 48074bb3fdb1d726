package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import java.util.Map;
import java.util.Optional;

/** A variable that a service gives to its containers, and its address. */
record ContainerVariable(String name, Anchor anchor) {

  /** The one whose value an expression of a file is a part of, or all. */
  static Optional<ContainerVariable> around(Slice expression, ComposeSet set, ComposeFile file) {
    for (ComposeService service : set.servicesIn(file.name())) {
      for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
        Place place = entry.getValue().value().slice().place();
        if (place.file().equals(file.name()) && place.span().contains(expression.place().span())) {
          Anchor anchor = service.anchor("environment").child(entry.getKey().replace('/', '|'));
          return Optional.of(new ContainerVariable(entry.getKey(), anchor));
        }
      }
    }
    return Optional.empty();
  }
}
