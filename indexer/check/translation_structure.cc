// translation_structure.cc - an alignment of two short sequences, and the sentence about what it leaves over.
#include "indexer/check/translation_structure.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/alignment.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

using SourceKind = SourceBlock::Kind;
using Blocks = std::vector<BlockFact>;

constexpr size_t kMaxCells = 1 << 20;  // of the table that finds the best alignment
constexpr size_t kShown = 3;           // places that a message names of one kind
constexpr size_t kMaxHeading = 40;     // characters that it quotes of one

struct BlockName {
  SourceKind kind;
  std::string_view one;
  std::string_view many;
};
constexpr std::array kBlockNames = {
    BlockName{SourceKind::heading, "heading", "headings"},
    BlockName{SourceKind::table, "table", "tables"},
    BlockName{SourceKind::code, "code block", "code blocks"},
    BlockName{SourceKind::step, "numbered step", "numbered steps"},
    BlockName{SourceKind::item, "list item", "list items"},
    BlockName{SourceKind::image, "image", "images"},
    BlockName{SourceKind::box, "admonition", "admonitions"},
};

bool is(const BlockFact& block, SourceKind kind) { return block.kind == static_cast<uint8_t>(kind); }

// How much speaks for these two being the same; 0 for what can't be.
uint32_t likeness(const BlockFact& a, const BlockFact& b) {
  if (a.kind != b.kind) return 0;
  if (is(a, SourceKind::heading)) {
    if (a.anchor != 0 && a.anchor == b.anchor) return 40;
    return a.level == b.level ? 12 : 4;
  }
  if (is(a, SourceKind::table)) return 10 + (a.level == b.level ? 3 : 0) + (a.rows == b.rows ? 3 : 0);
  return is(a, SourceKind::code) || is(a, SourceKind::box) ? 6 : 4;
}

// Of pages too large for that: the first of a kind with the first, and so on.
AlignedPairs align_by_number(const Blocks& a, const Blocks& b) {
  std::map<std::pair<uint8_t, uint8_t>, std::vector<size_t>> places;
  const auto sort_of = [](const BlockFact& block) {
    return std::pair(block.kind, is(block, SourceKind::heading) ? block.level : uint8_t{0});
  };
  for (size_t j = b.size(); j-- > 0;) places[sort_of(b[j])].push_back(j);
  AlignedPairs pairs;
  for (size_t i = 0; i < a.size(); ++i) {
    auto& left = places[sort_of(a[i])];
    if (left.empty()) continue;
    pairs.emplace_back(i, left.back());
    left.pop_back();
  }
  return pairs;
}

std::string number_of(size_t count, const BlockName& name) {
  return std::to_string(count) + " " + std::string(count == 1 ? name.one : name.many);
}

// What stands in a line that begins a heading, without its marks.
std::string heading_text(std::string_view bytes, uint32_t line) {
  for (uint32_t at = 1; at < line && !bytes.empty(); ++at)
    bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  std::string_view text = trimmed(bytes.substr(0, bytes.find_first_of("\r\n")));
  const size_t start = text.find_first_not_of("#> ");
  text.remove_prefix(std::min(start, text.size()));
  if (const size_t id = text.rfind("{#"); id != std::string_view::npos && text.ends_with('}'))
    text = text.substr(0, id);
  text = trimmed(text);
  while (text.ends_with('#')) text.remove_suffix(1);
  std::string shown(trimmed(text));
  if (count_code_points(shown) <= kMaxHeading) return shown;
  size_t end = 0;
  for (size_t character = 0; character < kMaxHeading; ++character) next_code_point(shown, end);
  return shown.substr(0, end) + "...";
}

class Comparison {
 public:
  Comparison(const Blocks& source, const Blocks& translation, const SourceReader& read_source)
      : source_(source), translation_(translation), read_source_(read_source) {
    const auto alike = [&](size_t i, size_t j) { return likeness(source[i], translation[j]); };
    pairs_ = source.size() * translation.size() <= kMaxCells ? align(source.size(), translation.size(), alike)
                                                             : align_by_number(source, translation);
    for (const auto& [i, j] : pairs_) {
      partner_[i] = j;
      met_.insert(j);
    }
  }

  std::optional<StructureGap> run(std::string_view source_path) {
    for (const BlockName& name : kBlockNames) note_kind(name);
    note_tables();
    note_levels();
    if (lacks_.empty() && more_.empty()) return std::nullopt;
    const std::string of(source_path);
    std::string message = lacks_.empty() ? "" : "lacks parts of " + of + ": " + lacks_;
    if (!more_.empty()) message += (lacks_.empty() ? "differs from " + of + ": " : "; ") + more_;
    return StructureGap{line_, std::move(message)};
  }

 private:
  static void add(std::string& list, const std::string& entry) { list += (list.empty() ? "" : ", ") + entry; }

  void note_line(uint32_t line) {
    if (line != 0 && (line_ == 0 || static_cast<int>(line) < line_)) line_ = static_cast<int>(line);
  }

  // Where in the translation this block of the source would stand.
  uint32_t line_for(size_t i) const {
    const auto after = partner_.upper_bound(i);
    if (after == partner_.begin()) return translation_.empty() ? 0 : translation_.front().line;
    return translation_[std::prev(after)->second].line;
  }

  void note_kind(const BlockName& name) {
    size_t all = 0;
    std::vector<size_t> missing;
    for (size_t i = 0; i < source_.size(); ++i) {
      if (!is(source_[i], name.kind)) continue;
      ++all;
      if (partner_.count(i) == 0) missing.push_back(i);
    }
    std::vector<size_t> extra;
    for (size_t j = 0; j < translation_.size(); ++j) {
      if (is(translation_[j], name.kind) && met_.count(j) == 0) extra.push_back(j);
    }
    if (!missing.empty()) {
      add(lacks_, std::to_string(missing.size()) + " of " + number_of(all, name) +
                      places_of(missing, source_, name.kind == SourceKind::heading));
      for (const size_t i : missing) note_line(line_for(i));
    }
    if (extra.empty()) return;
    add(more_, "has " + number_of(extra.size(), name) + " more" + places_of(extra, translation_, false));
    note_line(translation_[extra.front()].line);
  }

  // ` (line 40 "Any other system", line 52 "Why", ...)`. Of what has no name, one may be taken for its
  // neighbour.
  std::string places_of(const std::vector<size_t>& blocks, const Blocks& of, bool named) const {
    std::string text = named ? " (" : " (near ";
    for (size_t n = 0; n < std::min(blocks.size(), kShown); ++n) {
      const uint32_t line = of[blocks[n]].line;
      text += (n == 0 ? "line " : ", line ") + std::to_string(line);
      if (named) text += " \"" + heading_text(read_source_(), line) + "\"";
    }
    return text + (blocks.size() > kShown ? ", ...)" : ")");
  }

  void note_tables() {
    size_t shown = 0;
    for (const auto& [i, j] : pairs_) {
      if (!is(source_[i], SourceKind::table) || same_size(source_[i], translation_[j])) continue;
      note_line(translation_[j].line);
      if (++shown > kShown) continue;
      note_size(source_[i].rows, translation_[j].rows, "row", i, j);
      note_size(source_[i].level, translation_[j].level, "column", i, j);
    }
    if (shown > kShown) add(more_, "has " + std::to_string(shown - kShown) + " more tables of another size");
  }

  static bool same_size(const BlockFact& a, const BlockFact& b) {
    return a.rows == b.rows && a.level == b.level;
  }

  void note_size(size_t was, size_t now, const std::string& unit, size_t i, size_t j) {
    const auto counted = [&](size_t count) {
      return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
    };
    if (now < was) {
      add(lacks_, std::to_string(was - now) + " of " + counted(was) + " of the table in line " +
                      std::to_string(source_[i].line));
    } else if (now > was) {
      add(more_,
          "has " + counted(now - was) + " more in the table in line " + std::to_string(translation_[j].line));
    }
  }

  void note_levels() {
    size_t shown = 0;
    for (const auto& [i, j] : pairs_) {
      if (!is(source_[i], SourceKind::heading) || source_[i].level == translation_[j].level) continue;
      note_line(translation_[j].line);
      if (++shown > kShown) continue;
      add(more_, "has a heading of level " + std::to_string(translation_[j].level) + " in line " +
                     std::to_string(translation_[j].line) + " for one of level " +
                     std::to_string(source_[i].level));
    }
    if (shown > kShown)
      add(more_, "has " + std::to_string(shown - kShown) + " more headings of another level");
  }

  const Blocks& source_;
  const Blocks& translation_;
  const SourceReader& read_source_;
  AlignedPairs pairs_;
  std::map<size_t, size_t> partner_;  // of a block of the source
  std::set<size_t> met_;              // blocks of the translation
  std::string lacks_, more_;
  int line_ = 0;
};

bool same(const Blocks& a, const Blocks& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const BlockFact& x, const BlockFact& y) {
    return x.kind == y.kind && x.level == y.level && x.rows == y.rows;
  });
}

}  // namespace

std::vector<BlockFact> block_facts(const Document& document) {
  std::vector<BlockFact> facts;
  for (const SourceBlock& block : document.blocks) {
    const bool heading = block.kind == SourceKind::heading;
    if (heading && block.section == 0) continue;  // the title, which may stand in the front matter
    BlockFact fact;
    fact.kind = static_cast<uint8_t>(block.kind);
    fact.level = static_cast<uint8_t>(std::min(heading ? block.level : block.columns, 255));
    fact.rows = static_cast<uint16_t>(std::min(block.rows, 65'535));
    fact.line = static_cast<uint32_t>(block.place.line);
    if (heading) fact.anchor = hash_anchor(document.sections[block.section].anchor);
    facts.push_back(fact);
  }
  return facts;
}

std::optional<StructureGap> compare_structure(const std::vector<BlockFact>& source,
                                              const std::vector<BlockFact>& translation,
                                              std::string_view source_path, const SourceReader& read_source) {
  if (same(source, translation)) return std::nullopt;
  return Comparison(source, translation, read_source).run(source_path);
}

}  // namespace signpost
