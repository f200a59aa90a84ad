// stretches.cc - cuts the blocks of a section into sentences, and puts together what may be quoted of them.
//
// A list of steps is quoted whole or not at all, so its steps are no sentences of a passage. Labels, the
// titles of boxes, say nothing by themselves.
#include "answer/stretches.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/language.h"
#include "content/sentences.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

// Whether a long sentence may be cut behind this character.
bool ends_clause(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0xFF0C || c == 0xFF1B || c == 0x60C;
}

// The end of the part of text[begin, end) that begins at `begin`: behind the last clause that fits, else the
// last word.
uint32_t part_end(std::string_view text, uint32_t begin, uint32_t end, size_t characters) {
  size_t at = begin;
  size_t clause = 0;
  size_t word = 0;
  for (size_t n = 0; n < characters && at < end; ++n) {
    const char32_t c = next_code_point(text, at);
    if (ends_clause(c) && (is_wide(c) || at >= end || is_space(text[at]))) clause = at;
    if (at < end && is_space(text[at])) word = at;
  }
  if (at >= end) return end;
  return static_cast<uint32_t>(clause > 0 ? clause : word > 0 ? word : at);
}

class PieceMaker {
 public:
  PieceMaker(const SectionText& section, size_t characters)
      : text_(section.text), blocks_(section.blocks), characters_(characters) {}

  std::vector<Piece> make() {
    for (const TextBlock& block : blocks_) {
      if (is_text(block.kind)) add(block);
    }
    return std::move(out_);
  }

 private:
  bool in_steps(const TextBlock& block) const {
    for (int32_t at = block.parent; at >= 0; at = blocks_[static_cast<size_t>(at)].parent) {
      if (blocks_[static_cast<size_t>(at)].kind == BlockKind::numbered_list) return true;
    }
    return false;
  }

  Piece::Of of_what(const TextBlock& block) const {
    if (in_steps(block)) return Piece::Of::step;
    switch (block.kind) {
      case BlockKind::header_row:
        return Piece::Of::header;
      case BlockKind::row:
        return Piece::Of::row;
      case BlockKind::code:
        return Piece::Of::code;
      case BlockKind::label:
        return Piece::Of::label;
      default:
        return Piece::Of::prose;
    }
  }

  void add(const TextBlock& block) {
    const Piece::Of of = of_what(block);
    if (of != last_ || of != Piece::Of::prose) ++run_;
    last_ = of;
    if (of == Piece::Of::header || of == Piece::Of::row || of == Piece::Of::code) {
      out_.push_back({block.begin, block.end, sentence_++, run_, of});
      return;
    }
    const std::string_view text = text_.substr(block.begin, block.end - block.begin);
    for (const auto& [begin, end] : sentences(text)) add_sentence(block.begin + begin, block.begin + end, of);
  }

  void add_sentence(uint32_t begin, const uint32_t end, Piece::Of of) {
    while (begin < end) {
      const uint32_t part = part_end(text_, begin, end, characters_);
      out_.push_back({begin, part, sentence_, run_, of});
      begin = part;
      while (begin < end && is_space(text_[begin])) ++begin;
    }
    ++sentence_;
  }

  std::string_view text_;
  const std::vector<TextBlock>& blocks_;
  size_t characters_;
  std::vector<Piece> out_;
  Piece::Of last_ = Piece::Of::prose;
  uint32_t run_ = 0;
  uint32_t sentence_ = 0;
};

class StretchMaker {
 public:
  StretchMaker(const SectionText& section, const std::vector<Piece>& pieces, size_t characters)
      : section_(section), pieces_(pieces), characters_(characters) {}

  std::vector<Stretch> make() {
    add_passages();
    for (size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].of == Piece::Of::row) add(AnswerKind::table_row, i, i);
      if (pieces_[i].of == Piece::Of::code) add_code(i);
    }
    for (const StepList& list : step_lists(section_.blocks)) add_steps(list);
    return std::move(out_);
  }

 private:
  void add(AnswerKind kind, size_t first, size_t last) {
    const Stretch stretch{kind, first, last, pieces_[first].begin, pieces_[last].end};
    if (stretch.end - stretch.begin <= kMaxStretchBytes) out_.push_back(stretch);
  }

  bool fits(size_t first, size_t last) const {
    const Piece& a = pieces_[first];
    const Piece& b = pieces_[last];
    if (b.of != Piece::Of::prose || a.run != b.run || b.sentence - a.sentence >= kMaxSentences) return false;
    return b.end - a.begin <= characters_ * 4 &&
           count_code_points(std::string_view(section_.text).substr(a.begin, b.end - a.begin)) <= characters_;
  }

  void add_passages() {
    size_t done = 0;  // behind the last piece of the passage before
    for (size_t first = 0; first < pieces_.size(); ++first) {
      if (pieces_[first].of != Piece::Of::prose) continue;
      size_t last = first;
      while (last + 1 < pieces_.size() && fits(first, last + 1)) ++last;
      if (last + 1 > done) add(AnswerKind::passage, first, last);
      done = last + 1;
    }
  }

  // With the last sentence before it.
  void add_code(size_t code) {
    const bool introduced = code > 0 && pieces_[code - 1].of == Piece::Of::prose;
    add(AnswerKind::code, introduced ? code - 1 : code, code);
  }

  void add_steps(const StepList& list) {
    const auto inside = [&](const Piece& piece) {
      return piece.begin >= list.begin && piece.end <= list.end;
    };
    const auto first = std::find_if(pieces_.begin(), pieces_.end(), inside);
    const auto last = std::find_if(pieces_.rbegin(), pieces_.rend(), inside);
    if (list.steps.size() < 2 || first == pieces_.end()) return;
    if (list.end - list.begin > kMaxStretchBytes) return;
    out_.push_back({AnswerKind::steps, static_cast<size_t>(first - pieces_.begin()),
                    static_cast<size_t>(pieces_.rend() - last) - 1, list.begin, list.end});
  }

  const SectionText& section_;
  const std::vector<Piece>& pieces_;
  size_t characters_;
  std::vector<Stretch> out_;
};

}  // namespace

std::vector<Piece> pieces_of(const SectionText& section, size_t characters) {
  return PieceMaker(section, characters).make();
}

std::vector<Stretch> stretches_of(const SectionText& section, const std::vector<Piece>& pieces,
                                  size_t characters) {
  return StretchMaker(section, pieces, characters).make();
}

size_t passage_characters(std::string_view lang) {
  return is_one_of(base_language(lang), {"ja", "ko", "zh"}) ? 150 : 300;
}

}  // namespace signpost
