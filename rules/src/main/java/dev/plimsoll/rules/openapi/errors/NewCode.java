package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What rules share that add a code to schemas of errors. */
final class NewCode {

  private NewCode() {}

  /** A finding with the fix, and with one of the responses that it is about. */
  static Finding offer(Finding finding, Alike alike, OpenApiDescription api) {
    NewMember member = new NewMember(alike, api);
    Optional<Fix> fix = member.adding(MemberNames.code(member.shape()), schema());
    Finding related = related(finding, alike);
    return fix.isEmpty() ? related : related.withFix(fix.get());
  }

  /** A finding with one of the responses that it is about. */
  static Finding related(Finding finding, Alike alike) {
    ErrorSchema last = alike.schemas().get(alike.schemas().size() - 1);
    ErrorUse use = last.uses().get(0);
    Slice place = last.isShared() ? use.response().definition().key() : last.object().key();
    return finding.related(place, "%s", use.label());
  }

  /** The schema of a code. */
  static NewYaml schema() {
    return NewYaml.mapping(
        NewYaml.pair("type", NewYaml.text("string")),
        NewYaml.pair(
            "description",
            NewYaml.text("Names the kind of error for programs; it never changes.")));
  }
}
