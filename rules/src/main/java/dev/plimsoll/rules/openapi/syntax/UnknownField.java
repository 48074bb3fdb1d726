package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.List;
import java.util.Optional;

/** What a version does not know is read past: what it was to say is not said. */
@RuleInfo(
    id = "openapi/unknown-field",
    title = "Field is unknown here",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class UnknownField extends OpenApiRule {

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (fault.kind() != StructureFault.Kind.UNKNOWN_FIELD || NamedElsewhere.is(fault)) {
      return;
    }
    List<OpenApiVersion> others = fault.knownIn();
    Optional<String> meant =
        others.isEmpty() ? NearestName.of(fault.field(), fault.expected()) : Optional.empty();
    Finding finding =
        Finding.at(
            fault.anchor(),
            fault.place(),
            "OpenAPI %s has no field %s in %s%s",
            api.version().orElseThrow().id(),
            Edit.unquoted(fault.place()),
            fault.object().label(),
            hint(fault, others));
    if (meant.isPresent()) {
      Edit edit = Edit.replaceWord(fault.place(), meant.get());
      finding =
          finding.withFix(
              Fix.unsafe("Call it " + meant.get(), edit)
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.REMOVE, api.file(fault.place()).name(), fault.anchor()))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.ADD,
                          api.file(fault.place()).name(),
                          fault.anchor().sibling(meant.get()))));
    }
    context.report(finding);
  }

  private static String hint(StructureFault fault, List<OpenApiVersion> others) {
    if (others.isEmpty()) {
      return NearestName.hint(fault.field(), fault.expected());
    }
    OpenApiVersion first = others.get(0);
    OpenApiVersion last = others.get(others.size() - 1);
    return first == last
        ? ": only " + first.id() + " has it"
        : ": only " + first.id() + " to " + last.id() + " have it";
  }
}
