// inline_writer.cc - the delimiters of emphasis are chosen when all is known: where CommonMark would not read
// them as emphasis, they are left out.
#include "importer/inline_writer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

// Neighbours that are no characters of the text: delimiters that are written, and one that is not chosen yet.
// Behind the last code point of Unicode, and counted as punctuation.
constexpr char32_t kStar = 0x110001;
constexpr char32_t kUnderscore = 0x110002;
constexpr char32_t kTilde = 0x110003;
constexpr char32_t kUndecided = 0x110004;

bool is_ascii_mark(char32_t c) { return c < 0x80 && c > 0x20 && !is_alnum(static_cast<char>(c)); }

bool is_gap(char32_t c) {
  if (c >= kStar) return false;
  return c <= 0x20 || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_Z_MASK) != 0;
}

// Symbols count as punctuation in newer versions of CommonMark only.
bool is_punctuation(char32_t c, bool with_symbols) {
  if (c >= kStar) return true;
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return is_ascii_mark(c) || (mask & U_GC_P_MASK) != 0 || (with_symbols && (mask & U_GC_S_MASK) != 0);
}

// Can delimiters stand between `outer` and `inner`, as the beginning or the end of emphasis?
bool flanks(char32_t outer, char32_t inner) {
  if (is_gap(inner)) return false;
  return !is_punctuation(inner, true) || is_gap(outer) || is_punctuation(outer, false);
}

bool is_apart(char32_t outer) { return is_gap(outer) || is_punctuation(outer, false); }

}  // namespace

// One paragraph on its way from pieces to text.
class InlineSerializer {
 public:
  using Kind = InlineWriter::Kind;
  using Mark = InlineWriter::Mark;
  using Piece = InlineWriter::Piece;

  InlineSerializer(const std::vector<Piece>& pieces, bool line_breaks)
      : pieces_(pieces),
        line_breaks_(line_breaks),
        delimiters_(pieces.size(), kUndecided),
        ends_(pieces.size()) {
    std::vector<size_t> open;
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind == Kind::open) open.push_back(i);
      if (pieces[i].kind != Kind::close) continue;
      ends_[open.back()] = i;
      ends_[i] = open.back();
      open.pop_back();
    }
  }

  std::string run() {
    for (size_t i = 0; i < pieces_.size(); ++i) write(i);
    end_line();
    return std::move(out_);
  }

 private:
  void write(size_t i) {
    const Piece& piece = pieces_[i];
    switch (piece.kind) {
      case Kind::text:
        return append(escaped_markdown(piece.text));
      case Kind::markdown:
        // Two code spans side by side would be one with backticks in it.
        if (after_markdown_) append(" ");
        append(piece.text);
        after_markdown_ = true;
        return;
      case Kind::line_break:
        if (!line_breaks_) return append(" ");
        line_ += '\\';
        end_line();
        out_ += '\n';
        last_ = last_beside_strike_ = 0;
        after_markdown_ = false;
        return;
      case Kind::open:
        if (piece.mark == Mark::link) return append("[");
        delimiters_[i] = choose_delimiter(i);
        return append_delimiter(i);
      case Kind::close:
        if (piece.mark == Mark::link) return append("](" + link_target(pieces_[ends_[i]].text) + ")");
        return append_delimiter(ends_[i]);
    }
  }

  void append(const std::string& markdown) {
    if (markdown.empty()) return;
    line_ += markdown;
    last_ = last_beside_strike_ = code_point_before(markdown, markdown.size());
    after_markdown_ = false;
  }

  void append_delimiter(size_t open) {
    const char32_t delimiter = delimiters_[open];
    if (delimiter == 0) return;
    const bool twice = pieces_[open].mark != Mark::emphasis;
    line_.append(twice ? 2 : 1, delimiter == kStar ? '*' : delimiter == kTilde ? '~' : '_');
    last_ = delimiter;
    if (delimiter != kTilde) last_beside_strike_ = delimiter;
    after_markdown_ = false;
  }

  void end_line() {
    protect_line_start(line_);
    out_ += line_;
    line_.clear();
  }

  // Which delimiters count as neighbours: cmark-gfm looks through "~~", and any of them may be left out yet.
  enum class Seen { all, stars, none };

  bool is_seen(size_t open, Seen seen) const {
    const bool strike = pieces_[open].mark == Mark::strike;
    return delimiters_[open] != 0 && (seen == Seen::all || (seen == Seen::stars && !strike));
  }

  // What stands behind piece i - 1.
  char32_t first_of(size_t i, Seen seen) const {
    for (; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      const bool open = piece.kind == Kind::open;
      if (piece.kind == Kind::line_break) return 0;
      if (open || piece.kind == Kind::close) {
        if (piece.mark == Mark::link) return open ? U'[' : U']';
        const size_t start = open ? i : ends_[i];
        if (is_seen(start, seen)) return delimiters_[start];
      } else if (!piece.text.empty()) {
        size_t pos = 0;
        return next_code_point(piece.text, pos);
      }
    }
    return 0;
  }

  // The same for what stands before piece i.
  char32_t last_of(size_t i, Seen seen) const {
    while (i-- > 0) {
      const Piece& piece = pieces_[i];
      const bool open = piece.kind == Kind::open;
      if (piece.kind == Kind::line_break) return 0;
      if (open || piece.kind == Kind::close) {
        if (piece.mark == Mark::link) return open ? U'[' : U')';
        const size_t start = open ? i : ends_[i];
        if (is_seen(start, seen)) return delimiters_[start];
      } else if (!piece.text.empty()) {
        return code_point_before(piece.text, piece.text.size());
      }
    }
    return 0;
  }

  char32_t choose_delimiter(size_t i) const {
    const size_t end = ends_[i];
    for (const Seen seen : {Seen::all, Seen::stars, Seen::none}) {
      const char32_t inner = first_of(i + 1, seen);
      if (!flanks(last_, inner) || !flanks(last_beside_strike_, inner)) return 0;
      if (!flanks(first_of(end + 1, seen), last_of(end, seen))) return 0;
    }
    const char32_t after = first_of(end + 1, Seen::all);
    const char32_t neighbours[] = {last_, first_of(i + 1, Seen::all), last_of(end, Seen::all), after};
    const auto touches = [&](char32_t c) {
      return std::find(std::begin(neighbours), std::end(neighbours), c) != std::end(neighbours);
    };
    switch (pieces_[i].mark) {
      case Mark::strike:
        return touches(kTilde) ? 0 : kTilde;
      case Mark::strong:  // emphasis that it touches is undecided still, and will take '_'
        return last_ == kStar ? 0 : kStar;
      case Mark::emphasis:
        if (!touches(kStar) && !touches(kUndecided)) return kStar;
        if (!is_apart(last_) || !is_apart(last_beside_strike_) || touches(kUnderscore)) return 0;
        return is_apart(after) && is_apart(first_of(end + 1, Seen::none)) ? kUnderscore : 0;
      case Mark::link:
        break;
    }
    return 0;
  }

  const std::vector<Piece>& pieces_;
  const bool line_breaks_;
  std::vector<char32_t> delimiters_;  // by open piece; 0 when it is left out
  std::vector<size_t> ends_;          // of each open piece its close piece, and back
  std::string out_;
  std::string line_;
  char32_t last_ = 0;                // what was written last in this line, 0 at its start
  char32_t last_beside_strike_ = 0;  // the same, but "~~", which cmark-gfm looks through
  bool after_markdown_ = false;
};

void InlineWriter::text(std::string_view html_text) {
  size_t start = 0;
  for (size_t i = 0; i <= html_text.size(); ++i) {
    if (i < html_text.size() && !is_space(html_text[i])) continue;
    if (i > start) push_text(html_text.substr(start, i - start));
    if (i < html_text.size()) pending_space_ = true;
    start = i + 1;
  }
}

bool InlineWriter::is_at_line_start() const {
  for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) {
    if (piece->kind == Kind::line_break) return true;
    if (piece->kind == Kind::text || piece->kind == Kind::markdown) return false;
  }
  return true;
}

// A space goes outside of the marks that open behind it, and there is none at the start of a line.
void InlineWriter::flush_space() {
  if (!std::exchange(pending_space_, false) || is_at_line_start()) return;
  size_t place = pieces_.size();
  while (pieces_[place - 1].kind == Kind::open) --place;
  if (pieces_[place - 1].kind == Kind::text) {
    pieces_[place - 1].text += ' ';
  } else {
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(place), {Kind::text, " "});
  }
}

void InlineWriter::push_text(std::string_view text) {
  flush_space();
  if (!pieces_.empty() && pieces_.back().kind == Kind::text) {
    pieces_.back().text += text;
  } else {
    pieces_.push_back({Kind::text, std::string(text)});
  }
}

void InlineWriter::markdown(std::string_view piece) {
  if (piece.empty()) return;
  flush_space();
  pieces_.push_back({Kind::markdown, std::string(piece)});
}

void InlineWriter::line_break() {
  pending_space_ = false;
  pieces_.push_back({Kind::line_break, {}});
}

bool InlineWriter::is_open(Mark mark) const {
  return std::any_of(open_.begin(), open_.end(), [&](const Open& open) { return open.mark == mark; });
}

void InlineWriter::open(Mark mark, const std::string& url) {
  for (Open& open : open_) {
    if (open.mark != mark) continue;
    ++open.depth;
    return;
  }
  open_.push_back({mark, url});
  // "**a****b**" would not be read as it is meant: what ends here goes on.
  if (mark != Mark::link && !pending_space_ && !pieces_.empty() && pieces_.back().kind == Kind::close &&
      pieces_.back().mark == mark) {
    pieces_.pop_back();
  } else {
    pieces_.push_back({Kind::open, url, mark});
  }
}

void InlineWriter::close(Mark mark) {
  const auto at =
      std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.mark == mark; });
  if (at == open_.end() || --at->depth > 0) return;
  // Whatever opened later and is open still ends here and begins anew.
  const std::vector<Open> later(at + 1, open_.end());
  for (auto open = later.rbegin(); open != later.rend(); ++open) end_mark(open->mark);
  end_mark(mark);
  open_.erase(at, open_.end());
  for (const Open& open : later) {
    open_.push_back(open);
    pieces_.push_back({Kind::open, open.url, open.mark});
  }
}

void InlineWriter::end_mark(Mark mark) {
  if (!pieces_.empty() && pieces_.back().kind == Kind::open) {
    pieces_.pop_back();  // there was nothing in it
    return;
  }
  const size_t size = pieces_.size();
  if (mark == Mark::link && size > 1 && pieces_[size - 2].kind == Kind::open &&
      pieces_[size - 1].text == pieces_[size - 2].text) {
    if (std::string link = autolink(pieces_[size - 1].text); !link.empty()) {
      pieces_.resize(size - 2);
      pieces_.push_back({Kind::markdown, std::move(link)});
      return;
    }
  }
  pieces_.push_back({Kind::close, {}, mark});
}

bool InlineWriter::ends_with_break() const {
  return !pieces_.empty() && pieces_.back().kind == Kind::line_break;
}

std::string InlineWriter::finish(bool line_breaks) {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) end_mark(open->mark);
  drop_outer_breaks();
  std::string text = pieces_.empty() ? std::string() : InlineSerializer(pieces_, line_breaks).run();
  pieces_.clear();
  pending_space_ = false;
  for (const Open& open : open_) pieces_.push_back({Kind::open, open.url, open.mark});
  return text;
}

// A line break with nothing before or behind it breaks nothing.
void InlineWriter::drop_outer_breaks() {
  const auto is_mark = [](const Piece& piece) {
    return piece.kind == Kind::open || piece.kind == Kind::close;
  };
  const auto first = std::find_if_not(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
    return is_mark(piece) || piece.kind == Kind::line_break;
  });
  const auto last =
      std::find_if_not(pieces_.rbegin(), std::make_reverse_iterator(first), [&](const Piece& piece) {
        return is_mark(piece) || piece.kind == Kind::line_break;
      }).base();
  std::vector<Piece> kept;
  for (auto piece = pieces_.begin(); piece != pieces_.end(); ++piece) {
    const bool outer = piece < first || piece >= last;
    if (!outer || piece->kind != Kind::line_break) kept.push_back(std::move(*piece));
  }
  if (first == pieces_.end()) kept.clear();
  pieces_ = std::move(kept);
}

}  // namespace signpost
