// text_changes.cc - an alignment of lines, and of the words of those that it leaves over.
#include "base/text_changes.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/alignment.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace signpost {
namespace {

constexpr size_t kMaxCells = 2 << 20;  // of the table of an alignment

using Pieces = std::vector<std::string_view>;

// With their ends.
Pieces lines_of(std::string_view text) {
  Pieces lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

bool is_of_word(std::string_view character) { return character.size() > 1 || is_alnum(character.front()); }

// Letters of scripts that are written without spaces, from those of Japanese on, are words of their own;
// other letters go together.
constexpr char32_t kFirstWithoutSpaces = 0x2E80;

Pieces words_of(std::string_view text) {
  Pieces words;
  bool goes_on = false;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    const char32_t letter = next_code_point(text, end);
    const std::string_view character = text.substr(at, end - at);
    const bool joins = is_of_word(character) && letter < kFirstWithoutSpaces;
    if (goes_on && joins) {
      words.back() = std::string_view(words.back().data(), words.back().size() + character.size());
    } else {
      words.push_back(character);
    }
    goes_on = joins;
    at = end;
  }
  return words;
}

bool says_something(std::string_view piece) { return piece.find_first_not_of(" \t\r\n") != piece.npos; }

// What both begin and end with, in pieces.
struct CommonEnds {
  size_t first = 0;
  size_t last = 0;
};

CommonEnds common_ends(const Pieces& before, const Pieces& after) {
  const size_t most = std::min(before.size(), after.size());
  CommonEnds ends;
  while (ends.first < most && before[ends.first] == after[ends.first]) ++ends.first;
  while (ends.first + ends.last < most &&
         before[before.size() - 1 - ends.last] == after[after.size() - 1 - ends.last])
    ++ends.last;
  return ends;
}

// Space that stayed between what changed belongs to that.
void drop_lonely_space(const Pieces& before, AlignedPairs& pairs) {
  const auto follow = [&](size_t first, size_t second) {
    return pairs[first].first + 1 == pairs[second].first && pairs[first].second + 1 == pairs[second].second;
  };
  AlignedPairs kept;
  kept.reserve(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    const bool has_neighbour = (i > 0 && follow(i - 1, i)) || (i + 1 < pairs.size() && follow(i, i + 1));
    if (has_neighbour || says_something(before[pairs[i].first])) kept.push_back(pairs[i]);
  }
  pairs = std::move(kept);
}

// Places of pieces that stayed.
AlignedPairs kept_pieces(const Pieces& before, const Pieces& after) {
  const CommonEnds ends = common_ends(before, after);
  AlignedPairs pairs;
  pairs.reserve(std::min(before.size(), after.size()));
  for (size_t i = 0; i < ends.first; ++i) pairs.emplace_back(i, i);
  const size_t left = before.size() - ends.first - ends.last;
  const size_t right = after.size() - ends.first - ends.last;
  if (left * right <= kMaxCells) {
    const auto likeness = [&](size_t i, size_t j) -> uint32_t {
      if (before[ends.first + i] != after[ends.first + j]) return 0;
      return says_something(before[ends.first + i]) ? 4 : 1;
    };
    for (const auto& [i, j] : align(left, right, likeness))
      pairs.emplace_back(ends.first + i, ends.first + j);
  }
  for (size_t i = ends.last; i > 0; --i) pairs.emplace_back(before.size() - i, after.size() - i);
  drop_lonely_space(before, pairs);
  return pairs;
}

std::string_view joined(const Pieces& pieces, size_t first, size_t end) {
  if (first == end) return {};
  const char* start = pieces[first].data();
  return {start, static_cast<size_t>(pieces[end - 1].data() + pieces[end - 1].size() - start)};
}

class Runs {
 public:
  void add(TextRun::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (!runs_.empty() && runs_.back().kind == kind) {
      runs_.back().text += text;
    } else {
      runs_.push_back({kind, std::string(text)});
    }
  }

  void replace(std::string_view before, std::string_view after) {
    add(TextRun::Kind::removed, before);
    add(TextRun::Kind::added, after);
  }

  // Between the pieces that stayed, `replaced(before, after)`.
  template <typename Replaced>
  void along(const Pieces& before, const Pieces& after, AlignedPairs pairs, Replaced replaced) {
    pairs.emplace_back(before.size(), after.size());
    size_t i = 0;
    size_t j = 0;
    for (const auto& [next_i, next_j] : pairs) {
      replaced(joined(before, i, next_i), joined(after, j, next_j));
      if (next_i < before.size()) add(TextRun::Kind::same, before[next_i]);
      i = next_i + 1;
      j = next_j + 1;
    }
  }

  std::vector<TextRun> take() { return std::move(runs_); }

 private:
  std::vector<TextRun> runs_;
};

size_t said_bytes(const Pieces& pieces) {
  size_t bytes = 0;
  for (const std::string_view piece : pieces) bytes += says_something(piece) ? piece.size() : 0;
  return bytes;
}

// Words that stayed here and there in another sentence say nothing.
bool are_alike(const Pieces& before, const Pieces& after, const AlignedPairs& pairs) {
  size_t kept = 0;
  for (const auto& pair : pairs) kept += says_something(before[pair.first]) ? before[pair.first].size() : 0;
  return 5 * kept >= 2 * std::max(said_bytes(before), said_bytes(after));
}

void change_words(std::string_view before, std::string_view after, Runs& runs) {
  if (before.empty() || after.empty()) return runs.replace(before, after);
  const Pieces old_words = words_of(before);
  const Pieces new_words = words_of(after);
  const AlignedPairs pairs = kept_pieces(old_words, new_words);
  if (!are_alike(old_words, new_words, pairs)) return runs.replace(before, after);
  runs.along(old_words, new_words, pairs,
             [&](std::string_view removed, std::string_view added) { runs.replace(removed, added); });
}

}  // namespace

std::vector<TextRun> text_changes(std::string_view before, std::string_view after) {
  const Pieces old_lines = lines_of(before);
  const Pieces new_lines = lines_of(after);
  Runs runs;
  runs.along(old_lines, new_lines, kept_pieces(old_lines, new_lines),
             [&](std::string_view removed, std::string_view added) { change_words(removed, added, runs); });
  return runs.take();
}

}  // namespace signpost
