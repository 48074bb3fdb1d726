package dev.plimsoll.text;

/**
 * What the issuer of a kind of token makes all of them look like.
 *
 * @param prefix what it begins with
 * @param kind what people call it
 * @param more characters of the rest beside letters and digits
 * @param min characters of the rest, at least
 * @param max characters of the rest, at most
 */
record SecretShape(String prefix, String kind, String more, int min, int max) {

  private static final int LONG = 400;

  /** Sources: each issuer's documentation of its tokens; the rules of gitleaks 8.28. */
  static final SecretShape[] ALL = {
    exactly("AKIA", "AWS access key id", 16),
    exactly("ASIA", "AWS access key id", 16),
    exactly("ghp_", "GitHub token", 36),
    exactly("gho_", "GitHub token", 36),
    exactly("ghu_", "GitHub token", 36),
    exactly("ghs_", "GitHub token", 36),
    exactly("ghr_", "GitHub token", 36),
    from("github_pat_", "GitHub token", "_", 60),
    from("glpat-", "GitLab token", "-_.", 20),
    from("gldt-", "GitLab token", "-_", 20),
    from("glrt-", "GitLab token", "-_.", 20),
    from("glptt-", "GitLab token", "-_", 20),
    from("glsa_", "Grafana token", "_", 36),
    from("xoxb-", "Slack token", "-", 24),
    from("xoxp-", "Slack token", "-", 24),
    from("xoxa-", "Slack token", "-", 24),
    from("xoxs-", "Slack token", "-", 24),
    from("xapp-", "Slack token", "-", 24),
    exactly("npm_", "npm token", 36),
    from("pypi-AgE", "PyPI token", "-_", 50),
    from("dckr_pat_", "Docker Hub token", "-_", 27),
    from("sk_live_", "Stripe key", "", 16),
    from("rk_live_", "Stripe key", "", 16),
    from("sk-ant-", "Anthropic key", "-_", 32),
    from("sk-proj-", "OpenAI key", "-_", 32),
    exactly("AIza", "Google API key", "-_", 35),
    from("GOCSPX-", "Google client secret", "-_", 24),
    from("SG.", "SendGrid key", "-_.", 60),
    exactly("hf_", "Hugging Face token", 34),
    from("hvs.", "Vault token", "-_", 24),
    exactly("dop_v1_", "DigitalOcean token", 64),
    from("shpat_", "Shopify token", "", 32),
    from("rubygems_", "RubyGems key", "", 48),
    from("AGE-SECRET-KEY-1", "age key", "", 58),
    from("sntrys_", "Sentry token", "_=+/", 40),
    from("dapi", "Databricks token", "-", 32),
    from("ATATT3xFf", "Atlassian token", "-_=", 60),
    from("lin_api_", "Linear key", "", 40),
    from("phx_", "PostHog key", "", 40),
    from("NRAK-", "New Relic key", "", 27)
  };

  private static SecretShape exactly(String prefix, String kind, int length) {
    return exactly(prefix, kind, "", length);
  }

  private static SecretShape exactly(String prefix, String kind, String more, int length) {
    return new SecretShape(prefix, kind, more, length, length);
  }

  private static SecretShape from(String prefix, String kind, String more, int min) {
    return new SecretShape(prefix, kind, more, min, LONG);
  }

  /** Where a token of this shape ends that begins at an offset, or -1. */
  int end(String text, int start) {
    if (!text.startsWith(prefix, start)) {
      return -1;
    }
    int body = start + prefix.length();
    int at = body;
    while (at < text.length() && at - body <= max && isPart(text.charAt(at))) {
      at++;
    }
    int length = at - body;
    return length >= min && length <= max && variety(text, body, at) > length / 8 ? at : -1;
  }

  private boolean isPart(char c) {
    return isAlphanumeric(c) || more.indexOf(c) >= 0;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** How often a character differs from the one before: a word over and over is no token. */
  private static int variety(String text, int from, int to) {
    int changes = 0;
    for (int i = from + 1; i < to; i++) {
      changes += text.charAt(i) == text.charAt(i - 1) ? 0 : 1;
    }
    return changes;
  }
}
