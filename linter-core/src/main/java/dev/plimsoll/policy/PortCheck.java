package dev.plimsoll.policy;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.PolicySubject.Links;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.rule.Message;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * Says on which ports containers may listen, or must not: EXPOSE, {@code ports}, {@code expose}.
 */
public record PortCheck(List<PortRange> ranges, OneOf.Sense sense) implements Check {

  public PortCheck {
    ranges = List.copyOf(ranges);
  }

  @Override
  public void judge(PolicySubject subject, Verdicts verdicts) {
    Optional<DockerfileModel> dockerfile = subject.dockerfile();
    if (dockerfile.isPresent()) {
      for (Step step : dockerfile.get().steps()) {
        if (step.tree() instanceof Instruction.Expose expose) {
          for (Word word : expose.ports()) {
            if (step.before().valueOf(word).alternatives().get(0) instanceof Value.Known known) {
              judge(known.text(), word.slice(), known, verdicts);
            }
          }
        }
      }
      return;
    }
    for (PathDocument document : subject.documents(Links.FOLLOWED)) {
      for (Match service : Services.of(document)) {
        ports(document, service, "ports", verdicts);
        ports(document, service, "expose", verdicts);
      }
    }
  }

  private void ports(PathDocument document, Match service, String key, Verdicts verdicts) {
    Optional<Match> list = document.child(service, key);
    if (list.isEmpty()) {
      return;
    }
    for (Match item : document.children(list.get())) {
      Optional<Match> port =
          item.node() instanceof Mapping ? document.child(item, "target") : Optional.of(item);
      if (port.isPresent() && port.get().node() instanceof Scalar scalar) {
        Slice place = scalar.slice();
        String text = NamedImage.withDefaults(scalar.text());
        judge(text, place, new Value.Known(scalar.text(), place), verdicts);
      }
    }
  }

  /** The port of the container stands last. */
  private void judge(String text, Slice place, Object value, Verdicts verdicts) {
    int slash = text.indexOf('/');
    String ports = slash < 0 ? text : text.substring(0, slash);
    Optional<PortRange> opened = PortRange.parse(ports.substring(ports.lastIndexOf(':') + 1));
    if (opened.isEmpty()) {
      return;
    }
    boolean allowed = sense == OneOf.Sense.FORBIDDEN;
    for (PortRange range : ranges) {
      if (sense == OneOf.Sense.FORBIDDEN) {
        allowed &= !range.overlaps(opened.get());
      } else {
        allowed |= range.contains(opened.get());
      }
    }
    if (!allowed) {
      verdicts.add(place, "port", value, Message.of("%s is not allowed", opened.get().toString()));
    }
  }
}
