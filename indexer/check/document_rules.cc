// document_rules.cc - each rule is one small function in the table at the end.
#include "indexer/check/document_rules.h"

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/utf8.h"
#include "content/front_matter.h"
#include "content/opened_source.h"
#include "content/rules.h"
#include "content/split_source.h"
#include "index/schema.h"
#include "indexer/check/secrets.h"

namespace signpost {
namespace {

// Takes findings for one rule.
class RuleFindings {
 public:
  RuleFindings(const Rule& rule, std::vector<Diagnostic>& out) : rule_(rule), out_(out) {}
  void add(const std::string& path, Place place, const std::string& message, const std::string& target = {}) {
    out_.push_back({rule_.severity, path, place.line, place.column, std::string(rule_.id), message, target});
  }

 private:
  const Rule& rule_;
  std::vector<Diagnostic>& out_;
};

using Checked = DocumentUnderCheck;

const std::string& path_of(const Checked& checked) { return checked.document.source_path; }

// The place of what the front matter of the article, or of the question, says.
Place place_of(const Checked& checked, std::string_view key, std::string_view value) {
  if (checked.files.empty()) return {};
  const SplitSource source = split_source(checked.files.front().bytes);
  return source.has_front_matter ? place_in_front_matter(source, key, value) : Place{};
}

bool is_help(const Checked& checked) { return checked.document.kind == Kind::help; }

void check_summary(const Checked& checked, RuleFindings& findings) {
  if (!is_help(checked) || !checked.document.summary.empty()) return;
  findings.add(path_of(checked), place_of(checked, "summary", ""),
               "has no `summary` in its front matter; results and link previews would show it");
}

void check_alt_text(const Checked& checked, RuleFindings& findings) {
  for (const Place place : checked.document.images_without_text) {
    findings.add(path_of(checked), place,
                 "the image has no alternative text; say what it shows: ![text](image.png)");
  }
}

void check_heading_level(const Checked& checked, RuleFindings& findings) {
  int last = 1;  // the title
  for (const SourceBlock& heading : checked.document.blocks) {
    if (heading.kind != SourceBlock::Kind::heading) continue;
    if (heading.level > last + 1) {
      findings.add(path_of(checked), heading.place,
                   "a heading of level " + std::to_string(heading.level) + " follows one of level " +
                       std::to_string(last));
    }
    last = heading.level;
  }
}

void check_page_length(const Checked& checked, RuleFindings& findings) {
  if (!is_help(checked)) return;
  size_t length = 0;
  for (const Section& section : checked.document.sections) length += count_code_points(section.text);
  const int most = checked.site.checks.max_characters;
  if (length <= static_cast<size_t>(most)) return;
  findings.add(path_of(checked), {},
               "has " + std::to_string(length) + " characters of text, more than " + std::to_string(most) +
                   "; readers find shorter pages sooner");
}

void check_review_by(const Checked& checked, RuleFindings& findings) {
  const std::string& day = checked.document.review_by;
  if (day.empty() || day >= checked.today) return;
  findings.add(path_of(checked), place_of(checked, "review_by", day), "was to be reviewed by " + day);
}

void check_tags(const Checked& checked, RuleFindings& findings) {
  const std::vector<std::string>& known = checked.site.checks.known_tags;
  if (known.empty()) return;
  for (const std::string& tag : checked.document.fields[Field::tag]) {
    if (std::find(known.begin(), known.end(), tag) != known.end()) continue;
    findings.add(path_of(checked), place_of(checked, "tags", tag),
                 "the tag '" + tag + "' is not among those of site.yaml", "site.yaml");
  }
}

void check_unanswered(const Checked& checked, RuleFindings& findings) {
  const Document& document = checked.document;
  if (document.posts.size() != 1 || document.posts[0].date.empty()) return;
  const uint32_t asked = parse_day(document.posts[0].date);
  const uint32_t now = parse_day(checked.today);
  if (asked == 0 || now <= asked) return;
  const uint32_t days = now - asked;
  if (days <= static_cast<uint32_t>(checked.site.checks.unanswered_days)) return;
  findings.add(path_of(checked), place_of(checked, "date", document.posts[0].date),
               "has waited " + std::to_string(days) + " days for an answer");
}

void check_secrets(const Checked& checked, RuleFindings& findings) {
  for (const SourceFile& file : checked.files) {
    for (const Secret& secret : find_secrets(file.bytes)) {
      findings.add(file.path, place_of_byte(file.bytes, secret.offset),
                   "looks like " + secret.what + "; take it out and revoke it");
    }
  }
}

struct DocumentRule {
  std::string_view id;
  void (*check)(const Checked&, RuleFindings&);
};

constexpr std::array kDocumentRules = {
    DocumentRule{"alt-text", check_alt_text},
    DocumentRule{"heading-level", check_heading_level},
    DocumentRule{"page-length", check_page_length},
    DocumentRule{"review-by", check_review_by},
    DocumentRule{"secret", check_secrets},
    DocumentRule{"summary", check_summary},
    DocumentRule{"tag", check_tags},
    DocumentRule{"unanswered", check_unanswered},
};

}  // namespace

std::vector<Diagnostic> check_document(const DocumentUnderCheck& checked) {
  std::vector<Diagnostic> diagnostics;
  const auto& severities = checked.site.checks.severities;
  for (const DocumentRule& rule : kDocumentRules) {
    const auto set = severities.find(rule.id);
    if (set != severities.end() && !set->second) continue;
    RuleFindings findings(*find_rule(rule.id), diagnostics);
    rule.check(checked, findings);
  }
  return diagnostics;
}

}  // namespace signpost
