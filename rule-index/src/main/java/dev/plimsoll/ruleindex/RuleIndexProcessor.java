package dev.plimsoll.ruleindex;

import dev.plimsoll.rule.RuleInfo;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Checks each rule against its package, class name and page, and writes the index. It writes in the
 * first round that sees a rule, since javac warns of files made in the last one.
 */
@SupportedAnnotationTypes("dev.plimsoll.rule.RuleInfo")
@SupportedOptions({
  RuleIndexProcessor.INDEX_PACKAGE,
  RuleIndexProcessor.RULES_PACKAGE,
  RuleIndexProcessor.PAGES
})
public final class RuleIndexProcessor extends AbstractProcessor {

  /** Where the index goes. */
  static final String INDEX_PACKAGE = "plimsoll.index";

  /** Below it lie the rules, as {@code <language>.<group>.<RuleName>}. */
  static final String RULES_PACKAGE = "plimsoll.rules";

  /** The folder with one page a rule; without it pages are not asked for. */
  static final String PAGES = "plimsoll.pages";

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<RuleModel> rules = new ArrayList<>();
    for (Element element : round.getElementsAnnotatedWith(RuleInfo.class)) {
      RuleModel rule = new RuleReader(processingEnv, option(RULES_PACKAGE)).read(element);
      checkPage(rule);
      rules.add(rule);
    }
    if (!rules.isEmpty()) {
      rules.sort(Comparator.comparing(RuleModel::id));
      checkUnique(rules);
      write(rules);
    }
    return false; // other processors may look at the rules too
  }

  private String option(String name) {
    String value = processingEnv.getOptions().get(name);
    if (value == null) {
      throw new IllegalStateException("give the annotation processor -A" + name + "=…");
    }
    return value;
  }

  private void checkUnique(List<RuleModel> rules) {
    for (int i = 1; i < rules.size(); i++) {
      if (rules.get(i).id().equals(rules.get(i - 1).id())) {
        error("two rules are called " + rules.get(i).id(), rules.get(i).element());
      }
    }
  }

  private void checkPage(RuleModel rule) {
    Optional<String> folder = Optional.ofNullable(processingEnv.getOptions().get(PAGES));
    if (folder.isPresent()) {
      Path page = Path.of(folder.get(), rule.id() + ".md").normalize();
      if (!Files.isRegularFile(page)) {
        error("the rule has no page: write docs/rules/" + rule.id() + ".md", rule.element());
      }
    }
  }

  private void error(String message, Element element) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }

  private void write(List<RuleModel> rules) {
    IndexWriter writer = new IndexWriter(option(INDEX_PACKAGE));
    Element[] origins = rules.stream().map(RuleModel::element).toArray(Element[]::new);
    for (Base base : Base.values()) {
      List<RuleModel> own = rules.stream().filter(rule -> rule.base() == base).toList();
      file(writer.table(base), writer.tableSource(base, own), origins);
    }
    file("Metadata", writer.metadataSource(rules), origins);
    file("AllRules", writer.indexSource(), origins);
  }

  private void file(String name, String source, Element[] origins) {
    String qualified = option(INDEX_PACKAGE) + "." + name;
    try (Writer out = processingEnv.getFiler().createSourceFile(qualified, origins).openWriter()) {
      out.write(source);
    } catch (IOException e) {
      error("cannot write " + qualified + ": " + e.getMessage(), origins[0]);
    }
  }
}
