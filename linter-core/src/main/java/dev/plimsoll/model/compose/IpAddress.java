package dev.plimsoll.model.compose;

/** Addresses as Go's net.ParseIP takes them, in brackets where a port may follow. */
final class IpAddress {

  private IpAddress() {}

  /** Whether nothing stands there, or an address; IPv6 only in brackets. */
  static boolean isNoneOrValid(String bare, boolean brackets) {
    return bare.isEmpty() || (isValid(bare) && (brackets || bare.indexOf(':') < 0));
  }

  static boolean isValid(String text) {
    return text.indexOf(':') < 0 ? isV4(text) : isV6(text);
  }

  private static boolean isV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean zeroFirst = part.length() > 1 && part.charAt(0) == '0';
      if (part.isEmpty() || part.length() > 3 || zeroFirst || !hasOnly(part, "0123456789")) {
        return false;
      }
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int groups = 0;
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean last = i == parts.length - 1;
      if (part.isEmpty()) {
        if (gap < 0) {
          return false;
        }
      } else if (last && part.indexOf('.') >= 0) {
        if (!isV4(part)) {
          return false;
        }
        groups += 2;
      } else if (part.length() > 4 || !hasOnly(part, "0123456789abcdefABCDEF")) {
        return false;
      } else {
        groups++;
      }
    }
    boolean edges =
        !(text.startsWith(":") && !text.startsWith("::"))
            && !(text.endsWith(":") && !text.endsWith("::"));
    return edges && (gap >= 0 ? groups < 8 : groups == 8);
  }

  private static boolean hasOnly(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
