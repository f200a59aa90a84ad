// rules.cc - the table of rules. Each has a heading with its id in articles/help/en/ci/diagnostics.md.
// Tested by tests/unit/content/rules_test.cc.
#include "content/rules.h"

#include <algorithm>
#include <array>

namespace signpost {
namespace {

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;
constexpr auto kNote = Severity::note;
constexpr auto kAlways = RuleRun::always;
constexpr auto kCheck = RuleRun::check;

constexpr std::array kRules = {
    Rule{"address-taken", kError, kAlways, true, "A published address would show another article"},
    Rule{"alias", kError, kAlways, true, "An alias is not a URL path, or is the address of another page"},
    Rule{"alt-text", kWarning, kCheck, true, "An image has no alternative text"},
    Rule{"asset-http", kWarning, kAlways, true, "An image of another site is asked for without encryption"},
    Rule{"asset-missing", kWarning, kAlways, true, "An image or a file that is shown does not exist"},
    Rule{"best-bets", kError, kAlways, true, "A best bet in queries.yaml is wrong"},
    Rule{"category", kWarning, kAlways, true, "The category is not in site.yaml"},
    Rule{"code-owners", kWarning, kAlways, true,
         "A line of CODEOWNERS can't be understood, or the file can't be read"},
    Rule{"date", kWarning, kAlways, true, "A date in the front matter is not a day of the calendar"},
    Rule{"draft", kNote, kAlways, false, "The article is a draft, private, or not for today, and left out"},
    Rule{"duplicate-id", kError, kAlways, false, "Two articles of one language have the same id"},
    Rule{"empty", kError, kAlways, false, "The file has no text"},
    Rule{"encoding", kError, kAlways, false, "The file is not UTF-8"},
    Rule{"file-name", kError, kAlways, false, "The name of the file can't be used"},
    Rule{"file-read", kError, kAlways, false, "The file can't be read"},
    Rule{"file-size", kError, kAlways, false, "The file is larger than 2 MB"},
    Rule{"file-type", kError, kAlways, false, "It is not a regular file"},
    Rule{"front-matter", kError, kAlways, true, "The front matter is broken, or a value is not allowed"},
    Rule{"gone-heading", kError, kCheck, true, "A heading that was published is gone without an alias"},
    Rule{"gone-page", kError, kCheck, true, "A page that was published is gone without an alias"},
    Rule{"heading-level", kWarning, kCheck, true, "A level of headings is skipped"},
    Rule{"html-dropped", kNote, kAlways, true, "An HTML element is not allowed and left out"},
    Rule{"id-collision", kError, kAlways, true, "Two files want the same id, or a published address"},
    Rule{"incident", kError, kAlways, true, "A key, a time or an update of an incident is wrong"},
    Rule{"internal", kError, kAlways, false, "Signpost itself made a mistake"},
    Rule{"internal-link", kError, kAlways, true, "A public page leads to one that only staff may read"},
    Rule{"internal-part", kError, kAlways, false,
         "A part for staff alone is not written as a quotation, so the page is left out for all others"},
    Rule{"language", kWarning, kAlways, true, "The language is not in site.yaml"},
    Rule{"link-fragment", kWarning, kAlways, true, "A link leads to a heading that does not exist"},
    Rule{"link-target", kWarning, kAlways, true, "A link leads to a page or file that does not exist"},
    Rule{"navigation", kWarning, kAlways, true, "A file that says the order of pages can't be read"},
    Rule{"open-complaints", kWarning, kCheck, true,
         "A changed article has open complaints of readers, and the change ends none of them"},
    Rule{"orphan", kNote, kCheck, true, "No other page leads to this one"},
    Rule{"page-length", kWarning, kCheck, true, "The page is too long"},
    Rule{"pinned-answers", kError, kAlways, true, "An answer in answers.yaml is wrong, or leads nowhere"},
    Rule{"redirect", kError, kAlways, true, "A line of the redirects file is wrong, or leads nowhere"},
    Rule{"render", kError, kAlways, false, "The text is too complicated to be rendered"},
    Rule{"reply", kError, kAlways, true, "A saved reply has no text, is too long, or has the id of another"},
    Rule{"review-by", kWarning, kCheck, true, "The day by which the page was to be reviewed is past"},
    Rule{"secret", kError, kCheck, true, "The text has what looks like a key, a token or a password"},
    Rule{"site", kError, kAlways, false, "A key or value of site.yaml is wrong"},
    Rule{"summary", kWarning, kCheck, true, "The article has no summary"},
    Rule{"symlink", kError, kAlways, false, "A symbolic link is broken or leads out of the source folder"},
    Rule{"synonyms", kError, kAlways, true, "A line of a synonym file is not a rule"},
    Rule{"tag", kWarning, kCheck, true, "A tag is not among those that site.yaml knows"},
    Rule{"thread", kError, kAlways, false, "A file in a thread's folder is not one of its posts"},
    Rule{"title", kWarning, kAlways, true, "There is neither a title nor a heading of the first level"},
    Rule{"translation-missing", kNote, kCheck, true, "The article is not in all languages of the site"},
    Rule{"translation-outdated", kWarning, kCheck, true, "The translation is older than its source"},
    Rule{"translation-structure", kWarning, kCheck, true,
         "The translation has not the headings, tables, code or lists of its source"},
    Rule{"unanswered", kWarning, kCheck, true, "A question of the community has waited long for an answer"},
    Rule{"unknown-key", kNote, kAlways, true, "A key of the front matter is not one of ours"},
    Rule{"visibility", kWarning, kAlways, false,
         "It can't be told whether a page is public, so it is left out"},
};

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  const auto found =
      std::lower_bound(kRules.begin(), kRules.end(), id,
                       [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return found != kRules.end() && found->id == id ? &*found : nullptr;
}

std::string rule_help(std::string_view id) { return "/en/articles/diagnostics#" + std::string(id); }

void apply_settings(const CheckSettings& settings, std::vector<Diagnostic>& diagnostics) {
  if (settings.severities.empty()) return;
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    const auto found = settings.severities.find(diagnostic.rule);
    return found != settings.severities.end() && !found->second;
  });
  for (Diagnostic& diagnostic : diagnostics) {
    const auto found = settings.severities.find(diagnostic.rule);
    if (found != settings.severities.end()) diagnostic.severity = *found->second;
  }
}

}  // namespace signpost
