// section_changes.cc - see section_changes.h.
#include "content/section_changes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/alignment.h"
#include "base/ascii.h"
#include "content/code_lines.h"

namespace signpost {
namespace {

constexpr size_t kMaxSections = 1'000;  // what comes behind belongs to the last one
constexpr size_t kMaxLevel = 6;

struct MarkdownSection {
  size_t level = 0;          // of its heading; 0 for what stands before the first
  std::string_view heading;  // without its marks
  std::string_view text;     // the heading and what stands below it, to the next, without space at its ends
};
using Sections = std::vector<MarkdownSection>;

// Marks of a heading at the beginning of a line (CommonMark 0.31.2, 4.2); 0 for another line.
size_t heading_level(std::string_view line) {
  const size_t start = std::min(line.find_first_not_of(' '), line.size());
  if (start > 3) return 0;
  const std::string_view rest = line.substr(start);
  const size_t level = std::min(rest.find_first_not_of('#'), rest.size());
  if (level == 0 || level > kMaxLevel) return 0;
  return level == rest.size() || is_space(rest[level]) ? level : 0;
}

std::string_view heading_of(std::string_view line) {
  line = trimmed(line);
  line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
  while (line.ends_with('#')) line.remove_suffix(1);
  return trimmed(line);
}

Sections sections_of(std::string_view markdown) {
  Sections sections = {{0, {}, markdown.substr(0, 0)}};
  CodeLines code;
  for (size_t at = 0; at < markdown.size();) {
    const size_t end = std::min(markdown.find('\n', at), markdown.size() - 1) + 1;
    std::string_view line = markdown.substr(at, end - at);
    if (line.ends_with('\n')) line.remove_suffix(1);
    const size_t level = code.is_code(line) ? 0 : heading_level(line);
    if (level > 0 && sections.size() < kMaxSections)
      sections.push_back({level, heading_of(line), markdown.substr(at, 0)});
    MarkdownSection& section = sections.back();
    section.text = std::string_view(section.text.data(), section.text.size() + (end - at));
    at = end;
  }
  for (MarkdownSection& section : sections) section.text = trimmed(section.text);
  return sections;
}

// How much speaks for two being the same. Of one article at two times headings are the same in both; a
// section keeps its level under another heading, or in another language.
uint32_t likeness(const MarkdownSection& a, const MarkdownSection& b, bool same_language) {
  if ((a.level == 0) != (b.level == 0)) return 0;
  if (a.level == 0) return 100;
  if (same_language && a.heading == b.heading) return 40;
  return a.level == b.level ? 12 : 4;
}

// By section of `a`.
std::vector<std::optional<size_t>> partners(const Sections& a, const Sections& b, bool same_language) {
  std::vector<std::optional<size_t>> partner(a.size());
  const auto alike = [&](size_t i, size_t j) { return likeness(a[i], b[j], same_language); };
  for (const auto& [i, j] : align(a.size(), b.size(), alike)) partner[i] = j;
  return partner;
}

class Comparison {
 public:
  Comparison(const Sections& before, const Sections& translation)
      : before_(before), translation_(translation), translated_(partners(before, translation, false)) {}

  void removed(size_t i) {
    add({.kind = ChangedSection::Kind::removed,
         .heading = std::string(before_[i].heading),
         .runs = text_changes(before_[i].text, {}),
         .translation = translation_of(i)});
  }

  void added(const MarkdownSection& now) {
    add({.kind = ChangedSection::Kind::added,
         .heading = std::string(now.heading),
         .runs = text_changes({}, now.text),
         .translation = {}});
  }

  void changed(size_t i, const MarkdownSection& now) {
    if (before_[i].text == now.text) return;
    add({.kind = ChangedSection::Kind::changed,
         .heading = std::string(now.heading),
         .runs = text_changes(before_[i].text, now.text),
         .translation = translation_of(i)});
  }

  std::vector<ChangedSection> take() { return std::move(changes_); }

 private:
  void add(ChangedSection change) {
    if (!change.runs.empty()) changes_.push_back(std::move(change));
  }

  std::string translation_of(size_t i) const {
    return translated_[i] ? std::string(translation_[*translated_[i]].text) : "";
  }

  const Sections& before_;
  const Sections& translation_;
  const std::vector<std::optional<size_t>> translated_;
  std::vector<ChangedSection> changes_;
};

}  // namespace

std::vector<ChangedSection> section_changes(std::string_view before, std::string_view now,
                                            std::string_view translation) {
  const Sections old_sections = sections_of(before);
  const Sections new_sections = sections_of(now);
  const Sections translated = sections_of(translation);
  Comparison comparison(old_sections, translated);
  const auto stayed = partners(old_sections, new_sections, true);
  size_t next = 0;  // of the new ones
  for (size_t i = 0; i < old_sections.size(); ++i) {
    if (!stayed[i]) {
      comparison.removed(i);
      continue;
    }
    while (next < *stayed[i]) comparison.added(new_sections[next++]);
    comparison.changed(i, new_sections[next++]);
  }
  while (next < new_sections.size()) comparison.added(new_sections[next++]);
  return comparison.take();
}

}  // namespace signpost
