// code_owners.cc - see code_owners.h.
#include "content/code_owners.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr std::string_view kAnyFolders = "**";

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// One name, where '*' stands for any characters, '?' for one, and '\' takes what is special from the next.
bool matches_name(std::string_view pattern, std::string_view name) {
  size_t at = 0;
  size_t in = 0;
  size_t star = std::string_view::npos;
  size_t taken = 0;  // by that star
  while (in < name.size()) {
    const char wanted = at < pattern.size() ? pattern[at] : '\0';
    const size_t escape = wanted == '\\' && at + 1 < pattern.size() ? 1 : 0;
    if (wanted == '*') {
      star = at++;
      taken = in;
    } else if (wanted == '?') {
      next_code_point(name, in);
      ++at;
    } else if (at < pattern.size() && pattern[at + escape] == name[in]) {
      at += 1 + escape;
      ++in;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

// A pattern without a '/' but at its end may begin anywhere.
std::vector<std::string_view> pattern_parts(std::string_view pattern) {
  const bool is_anchored = pattern.find('/') < pattern.size() - 1;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  std::vector<std::string_view> parts = parts_of(pattern);
  if (!is_anchored && parts.front() != kAnyFolders) parts.insert(parts.begin(), kAnyFolders);
  if (parts.back().empty()) parts.back() = kAnyFolders;
  return parts;
}

// By how many names of a path are taken: whether the parts of the pattern so far match these.
using Taken = std::vector<bool>;

// "**": any names; of the last part at least one, which lies below what comes before.
Taken take_folders(const Taken& before, bool is_last) {
  Taken after(before.size(), false);
  bool any = false;
  for (size_t count = 0; count < before.size(); ++count) {
    after[count] = any || (!is_last && before[count]);
    any = any || before[count];
  }
  return after;
}

Taken take_name(const Taken& before, std::string_view part, std::span<const std::string_view> names) {
  Taken after(before.size(), false);
  for (size_t count = 1; count < before.size(); ++count)
    after[count] = before[count - 1] && matches_name(part, names[count - 1]);
  return after;
}

bool matches_path(std::string_view pattern, std::span<const std::string_view> names) {
  if (pattern == "/") return false;
  const std::vector<std::string_view> parts = pattern_parts(pattern);
  Taken taken(names.size() + 1, false);
  taken[0] = true;
  for (size_t part = 0; part < parts.size(); ++part) {
    taken = parts[part] == kAnyFolders ? take_folders(taken, part + 1 == parts.size())
                                       : take_name(taken, parts[part], names);
  }
  // A last part means what lies below it too, "*.d" as well as "docs"; only a '*' alone doesn't.
  const bool means_folders_too = parts.back() != kAnyFolders && parts.back() != "*";
  return means_folders_too ? std::find(taken.begin(), taken.end(), true) != taken.end() : taken.back();
}

// The words of a line; '\' takes what a space means from it, and "# ..." behind a space is a comment.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size() && is_space(line[i + 1])) {
      word += line[++i];
    } else if (c == '\\' && i + 1 < line.size()) {
      word += c;
      word += line[++i];
    } else if (c == '#' && word.empty()) {
      break;
    } else if (is_space(c)) {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return words;
}

struct OwnerSection {
  std::string name;
  std::vector<std::string> owners;
};

// "[Docs][2] @docs", "^[Docs]"; nullopt for any other line.
std::optional<OwnerSection> section_of(std::string_view line) {
  if (line.starts_with('^')) line.remove_prefix(1);
  const size_t end = line.find(']');
  if (!line.starts_with('[') || end == std::string_view::npos || end < 2) return std::nullopt;
  OwnerSection section{lower_case(line.substr(1, end - 1)), {}};
  line.remove_prefix(end + 1);
  if (line.starts_with('[')) line.remove_prefix(std::min(line.find(']'), line.size() - 1) + 1);
  if (!line.empty() && !is_space(line.front())) return std::nullopt;
  section.owners = words_of(line);
  if (!std::all_of(section.owners.begin(), section.owners.end(), is_owner)) return std::nullopt;
  return section;
}

constexpr size_t kMaxShownWord = 100;  // bytes

std::string quoted(const std::string& word) {
  const std::string shown = word.substr(0, whole_characters(word, kMaxShownWord));
  return "'" + shown + (shown.size() < word.size() ? "..." : "") + "'";
}

// Why GitHub passes such a line over; "" for one that it takes.
std::string fault_of(const std::vector<std::string>& words) {
  const std::string& pattern = words.front();
  if (pattern.starts_with('!')) return "a pattern can't begin with '!'";
  if (pattern.starts_with("\\#")) return "a pattern can't begin with '\\#'";
  if (pattern.find_first_of("[]") != std::string::npos) return "a pattern can't have '[' or ']'";
  if (pattern.find("***") != std::string::npos) return "a pattern can't have '***'";
  for (size_t i = 1; i < words.size(); ++i) {
    if (!is_owner(words[i]))
      return quoted(words[i]) + " is no owner like @name, @org/team or an e-mail address";
  }
  return "";
}

class CodeOwnersParser {
 public:
  CodeOwnersParser(const std::string& path, std::vector<Diagnostic>& diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  std::vector<OwnerRule> run(std::string_view text) {
    while (!text.empty() && !is_full_) {
      const size_t end = std::min(text.find('\n'), text.size());
      std::string line(trimmed(text.substr(0, end)));
      scrub_utf8(line);
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_;
      take(line);
    }
    return std::move(rules_);
  }

 private:
  void take(const std::string& line) {
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) return;
    if (auto begun = section_of(line)) {
      section_ = std::move(*begun);
    } else if (const std::string fault = fault_of(words); !fault.empty()) {
      pass_over(fault);
    } else if (words.size() > 1) {
      add({words.front(), {words.begin() + 1, words.end()}, section_.name});
    } else {
      add({words.front(), section_.owners, section_.name});
    }
  }

  // A section may have thousands of owners, and each of its rules has them all.
  void add(OwnerRule rule) {
    bytes_ += rule.pattern.size() + rule.section.size();
    for (const std::string& owner : rule.owners) bytes_ += owner.size();
    is_full_ = rules_.size() == kMaxOwnerRules || bytes_ > kMaxCodeOwnersBytes;
    if (is_full_) {
      warn("there are too many rules or owners; the rest counts for nothing");
    } else {
      rules_.push_back(std::move(rule));
    }
  }

  void pass_over(const std::string& fault) {
    ++faults_;
    if (faults_ <= kMaxCodeOwnersFaults) warn(fault + "; the line counts for nothing");
    if (faults_ == kMaxCodeOwnersFaults + 1) warn("more lines than these count for nothing");
  }

  void warn(const std::string& message) {
    diagnostics_.push_back({Severity::warning, path_, line_, 1, "code-owners", message});
  }

  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<OwnerRule> rules_;
  OwnerSection section_;
  int line_ = 0;
  uint64_t bytes_ = 0;  // of the rules
  size_t faults_ = 0;
  bool is_full_ = false;
};

}  // namespace

bool is_owner(std::string_view text) {
  const size_t at = text.rfind('@');
  if (at == std::string_view::npos || at + 1 == text.size()) return false;
  return at == 0 || text.find('.', at) != std::string_view::npos || text.starts_with("@@");
}

std::vector<OwnerRule> parse_code_owners(std::string_view text, const std::string& path,
                                         std::vector<Diagnostic>& diagnostics) {
  return CodeOwnersParser(path, diagnostics).run(text);
}

std::vector<std::string> owners_of(const std::vector<OwnerRule>& rules, std::string_view path) {
  const std::vector<std::string_view> names = parts_of(path);
  std::set<std::string_view> sections;  // that have had their last match
  std::set<std::string_view> known;
  std::vector<std::string> owners;
  for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
    if (sections.contains(rule->section) || !matches_path(rule->pattern, names)) continue;
    sections.insert(rule->section);
    for (const std::string& owner : rule->owners) {
      if (known.insert(owner).second) owners.push_back(owner);
    }
  }
  return owners;
}

}  // namespace signpost
