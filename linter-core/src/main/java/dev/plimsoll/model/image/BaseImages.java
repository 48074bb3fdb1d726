package dev.plimsoll.model.image;

import dev.plimsoll.model.image.BaseImage.Account;
import dev.plimsoll.model.image.BaseImage.Family;
import dev.plimsoll.model.image.BaseImage.Sh;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of common base images, {@code base-images.tsv}; only the rows of the images asked for
 * are taken apart. Not safe for use by several threads.
 */
public final class BaseImages {

  private final Map<String, Optional<BaseImage>> known = new HashMap<>(); // by name and tag

  /**
   * What is known of an image: the first row of its name whose tag pattern its tag matches. None
   * for an image that is named by its digest alone.
   */
  public Optional<BaseImage> find(ImageReference reference) {
    Optional<String> tag = reference.effectiveTag();
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    String key = reference.familiarName() + ":" + tag.get();
    Optional<BaseImage> found = known.get(key);
    if (found == null) {
      found = look(reference.familiarName(), tag.get());
      known.put(key, found);
    }
    return found;
  }

  private static Optional<BaseImage> look(String image, String tag) {
    for (List<String> cells : SortedRows.of(BaseImageRows.PARTS, image)) {
      if (matches(cells.get(1), tag)) {
        return Optional.of(image(cells));
      }
    }
    return Optional.empty();
  }

  /** Whether a tag is one of a comma-separated list of patterns in which a star is any text. */
  static boolean matches(String patterns, String tag) {
    for (String pattern : Cells.split(patterns, ',')) {
      if (matchesOne(pattern, tag)) {
        return true;
      }
    }
    return false;
  }

  /** A star is any text, a question mark any character. */
  private static boolean matchesOne(String pattern, String tag) {
    int at = 0;
    int star = -1;
    int resume = 0;
    for (int i = 0; i < tag.length(); ) {
      char wanted = at < pattern.length() ? pattern.charAt(at) : '\0';
      if (wanted == '*') {
        star = at++;
        resume = i;
      } else if (wanted == '?' || wanted == tag.charAt(i)) {
        at++;
        i++;
      } else if (star < 0) {
        return false;
      } else {
        at = star + 1;
        resume++;
        i = resume;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static BaseImage image(List<String> cells) {
    String uid = cells.get(7);
    return new BaseImage(
        Family.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        Sh.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4).equals("yes"),
        cells.get(5).equals("none") ? Optional.empty() : Optional.of(cells.get(5)),
        cells.get(6),
        Cells.isEmpty(uid) ? Optional.empty() : Optional.of(Integer.valueOf(uid)),
        accounts(cells.get(8)),
        Cells.list(cells.get(9)),
        Cells.isEmpty(cells.get(10)) ? Optional.empty() : Optional.of(cells.get(10)),
        words(cells.get(11)),
        words(cells.get(12)));
  }

  private static List<Account> accounts(String cell) {
    List<Account> accounts = new ArrayList<>();
    for (String item : Cells.list(cell)) {
      int first = item.indexOf(':');
      int last = item.lastIndexOf(':');
      accounts.add(
          new Account(
              item.substring(0, first),
              Integer.parseInt(item.substring(first + 1, last)),
              Integer.parseInt(item.substring(last + 1))));
    }
    return accounts;
  }

  /** The strings of a JSON array; of all escapes the table has doubled backslashes alone. */
  private static List<String> words(String cell) {
    List<String> words = new ArrayList<>();
    int open = cell.indexOf('"');
    while (open >= 0) {
      int close = cell.indexOf('"', open + 1);
      words.add(cell.substring(open + 1, close).replace("\\\\", "\\"));
      open = cell.indexOf('"', close + 1);
    }
    return words;
  }
}
