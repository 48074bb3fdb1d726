package dev.plimsoll.policy;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.PolicySubject.Links;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.policy.path.PathDocument;
import dev.plimsoll.rule.Message;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which labels the final image of a Dockerfile and each service must have. */
public record LabelCheck(List<String> labels) implements Check {

  public LabelCheck {
    labels = List.copyOf(labels);
  }

  @Override
  public void judge(PolicySubject subject, Verdicts verdicts) {
    Optional<DockerfileModel> dockerfile = subject.dockerfile();
    if (dockerfile.isPresent()) {
      judge(dockerfile.get(), verdicts);
      return;
    }
    for (PathDocument document : subject.documents(Links.FOLLOWED)) {
      for (Match service : Services.of(document)) {
        judge(document, service, verdicts);
      }
    }
  }

  private void judge(DockerfileModel model, Verdicts verdicts) {
    Optional<Stage> stage = model.finalStage();
    if (stage.isEmpty()) {
      return;
    }
    Set<String> present = new HashSet<>();
    for (Step step : model.finalSteps()) {
      if (step instanceof KeyValues pairs && pairs.tree().name().equals("LABEL")) {
        for (Pair pair : pairs.pairs()) {
          String name = DockerfileOutline.unquoted(pair.name().text());
          if (name.indexOf('$') >= 0) {
            return;
          }
          present.add(name);
        }
      }
    }
    Slice from = stage.get().from().keyword().slice();
    report(present, from, "the final image", verdicts);
  }

  private void judge(PathDocument document, Match service, Verdicts verdicts) {
    if (document.isOpen(service.node()) || !Services.isWhole(document, service)) {
      return;
    }
    Set<String> present = new HashSet<>();
    Optional<Match> own = document.child(service, "labels");
    if (own.isPresent()) {
      YamlNode node = own.get().node();
      if (document.isOpen(node) || document.child(service, "label_file").isPresent()) {
        return;
      }
      for (Match child : document.children(own.get())) {
        if (child.node() instanceof Alias) {
          return;
        }
        if (node instanceof Sequence && child.node() instanceof Scalar line) {
          present.add(line.text().split("=", 2)[0]);
        } else if (child.key().isPresent()) {
          present.add(child.key().get().text());
        }
      }
    }
    Scalar name = service.key().orElseThrow();
    report(present, name.slice(), new Value.Known(name.text(), name.slice()), verdicts);
  }

  private void report(Set<String> present, Slice place, Object owner, Verdicts verdicts) {
    for (String label : labels) {
      if (!present.contains(label)) {
        verdicts.add(place, owner, label, Message.of("lacks the label %s", label));
      }
    }
  }
}
