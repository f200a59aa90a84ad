// snippet.cc - finds the passage by positions, reads only that, and marks what the query matched in it.
//
// The evidence says where in the section the units stand. A window of kWindow positions slides over them: a
// unit counts by its weight times idf the first time, and nearly nothing when it comes again, so the window
// with most of the query wins, the earlier of equals. What stands in code or a table alone counts less,
// because a sentence says what it is about; and where the window has sentences, the passage begins in them.
// The checkpoint before it (forward_index.h) tells at which byte of the text that is, and kBefore and kAfter
// how much of the text around it is read, so only its blocks are unpacked: a snippet costs the same in a page
// of a megabyte.
//
// That piece is analysed again, in the document's language, for where exactly the matches begin and end;
// words that begin like no term of the plan are passed over before they are stemmed (TermBeginnings). A
// strong match is always marked, a weak one ("the") only where it touches a strong one, or when the query
// has nothing else. Touching marks become one.
//
// The passage is placed by the match from which on most bytes of matches fit in. It begins at a block or a
// sentence if one begins within kLeadColumns before that match, else at a word, and ends at a word within
// kSnippetColumns; in text without spaces any character is a place to cut. Columns are those of a terminal:
// a CJK character takes two. Cuts never fall inside a character: what the piece has of one at its ends is
// dropped. White space of any kind becomes one space, "..." as one character says that there is more.
//
// Runs are text, never markup: whoever shows them escapes them.
#include "search/snippet.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/analyzer.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr uint32_t kWindow = 28;      // positions in which matches count together
constexpr uint32_t kBefore = 128;     // bytes read before the window's first match
constexpr uint32_t kAfter = 448;      // bytes read after it
constexpr size_t kLeadColumns = 60;   // shown before the first match
constexpr float kFigureShare = 0.8F;  // of a word that stands in code or a table alone
constexpr float kAgain = 0.05F;       // of a word that comes again

struct Span {
  size_t begin;
  size_t end;
  uint32_t position;  // counted from the beginning of the text that was read
};

// Collects the bytes of the tokens that the plan looks for.
class MatchSink : public TokenSink {
 public:
  explicit MatchSink(const MarkedTerms& terms) : terms_(terms), spans_(thread_spans()) {
    spans_.strong.clear();
    spans_.weak.clear();
  }
  void token(const Token& t) override {
    if (t.kind == TokenKind::unigram && !t.ends_run) return;
    const uint32_t hash = term_hash(t.term);
    if (has(terms_.strong, hash)) {
      spans_.strong.push_back({t.begin, t.end, t.position});
    } else if (has(terms_.weak, hash)) {
      spans_.weak.push_back({t.begin, t.end, t.position});
    }
  }
  // Matches in order, overlapping and touching ones joined. A weak one counts only beside a strong one.
  std::vector<Span> take() {
    std::vector<Span>& joined = spans_.joined;
    joined.clear();
    for (const Span& weak : spans_.weak) {
      const bool beside = std::any_of(spans_.strong.begin(), spans_.strong.end(), [&](const Span& s) {
        return weak.begin <= s.end && s.begin <= weak.end;
      });
      if (beside || terms_.strong.empty()) joined.push_back(weak);
    }
    joined.insert(joined.end(), spans_.strong.begin(), spans_.strong.end());
    std::sort(joined.begin(), joined.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> out;
    out.reserve(joined.size());
    for (const Span& span : joined) {
      if (!out.empty() && span.begin <= out.back().end) {
        out.back().end = std::max(out.back().end, span.end);
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

 private:
  static bool has(const std::vector<uint32_t>& hashes, uint32_t hash) {
    return std::binary_search(hashes.begin(), hashes.end(), hash);
  }
  // Room that is made once.
  struct Spans {
    std::vector<Span> strong, weak, joined;
  };
  static Spans& thread_spans() {
    thread_local Spans spans;
    return spans;
  }
  const MarkedTerms& terms_;
  Spans& spans_;
};

// How often a unit stands in a window.
struct Standing {
  int sentences = 0;
  int figures = 0;

  // Of the unit's own worth.
  float share() const {
    const int n = sentences + figures;
    if (n == 0) return 0;
    return (sentences > 0 ? 1.0F : kFigureShare) + kAgain * static_cast<float>(n - 1);
  }
};

// Of the stretch of the section's body that has the most of the query.
struct Window {
  uint32_t position = 0;   // of its first match
  bool sentences = false;  // not only code and tables
};

std::optional<Window> best_window(const QueryPlan& plan, const Evidence& evidence, uint32_t section) {
  thread_local std::vector<Occurrence> inside;
  inside.clear();
  for (const Occurrence& o : evidence.by_unit) {
    const ZoneStart& zone = evidence.zones[o.zone];
    if (plan.units[o.unit].weak) continue;
    if ((zone.zone == Zone::body || zone.zone == Zone::link) && zone.section == section) inside.push_back(o);
  }
  if (inside.empty()) return std::nullopt;
  std::sort(inside.begin(), inside.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.position < b.position; });
  thread_local std::vector<Standing> standing;
  standing.assign(plan.units.size(), Standing{});
  float score = 0;
  int in_sentences = 0;
  const auto count = [&](const Occurrence& o, int by) {
    Standing& unit = standing[o.unit];
    const float worth = plan.units[o.unit].weight * plan.units[o.unit].idf;
    const bool figure = evidence.zones[o.zone].writing == Writing::figure;
    score -= worth * unit.share();
    (figure ? unit.figures : unit.sentences) += by;
    score += worth * unit.share();
    in_sentences += figure ? 0 : by;
  };
  Window best;
  float best_score = -1;
  for (size_t first = 0, behind = 0; first < inside.size(); ++first) {
    while (behind < inside.size() && inside[behind].position < inside[first].position + kWindow)
      count(inside[behind++], 1);
    if (score > best_score * 1.0001F) {
      best_score = score;
      best = {inside[first].position, in_sentences > 0};
    }
    count(inside[first], -1);
  }
  return best;
}

bool has_figures(const Evidence& evidence, uint32_t section) {
  return std::any_of(evidence.zones.begin(), evidence.zones.end(), [section](const ZoneStart& zone) {
    return zone.section == section && zone.writing == Writing::figure;
  });
}

// The last place at or before `from` at which a reader can begin, not more than kLeadColumns away.
size_t passage_start(std::string_view text, size_t from) {
  size_t at = from;
  size_t wide = 0;
  size_t word = from;
  while (at > 0) {
    size_t before = at - 1;
    while (before > 0 && is_continuation(text[before])) --before;
    size_t behind = before;
    const char32_t c = next_code_point(text, behind);
    if (c == '\n' || c == 0x3002) return at;  // a block or a sentence begins here
    if ((c == '.' || c == '!' || c == '?') && at < text.size() && is_space(text[at])) return at + 1;
    wide += is_wide(c) ? 2 : 1;
    if (wide > kLeadColumns) return word;
    at = before;
    if (c == ' ' || is_wide(c)) word = c == ' ' ? behind : at;
  }
  return 0;
}

size_t passage_end(std::string_view text, size_t from) {
  size_t wide = 0;
  size_t word = from;
  for (size_t at = from; at < text.size();) {
    const size_t before = at;
    const char32_t c = next_code_point(text, at);
    wide += is_wide(c) ? 2 : 1;
    if (wide > kSnippetColumns) return word > from ? word : before;
    if (c == ' ' || c == '\n') word = before;
    if (is_wide(c)) word = at;
  }
  return text.size();
}

// White space begins here that has to be cleaned.
bool more_than_a_space(std::string_view text, size_t at) {
  return is_space(text[at]) && (text[at] != ' ' || (at + 1 < text.size() && is_space(text[at + 1])));
}

void append_clean(std::string_view text, bool match, Runs& runs) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      const bool behind_space =
          clean.empty() ? !runs.empty() && runs.back().text.ends_with(' ') : clean.ends_with(' ');
      if (!behind_space && !(clean.empty() && runs.empty())) clean += ' ';
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < text.size() && !more_than_a_space(text, end)) ++end;
    clean.append(text.substr(at, end - at));
    at = end;
  }
  if (!clean.empty()) runs.push_back({std::move(clean), match});
}

Runs to_runs(std::string_view text, size_t begin, size_t end, const std::vector<Span>& matches) {
  Runs runs;
  runs.reserve(2 * matches.size() + 2);
  size_t at = begin;
  for (const Span& match : matches) {
    if (match.begin < at || match.end > end) continue;
    append_clean(text.substr(at, match.begin - at), false, runs);
    append_clean(text.substr(match.begin, match.end - match.begin), true, runs);
    at = match.end;
  }
  append_clean(text.substr(at, end - at), false, runs);
  return runs;
}

MarkedTerms marked_terms(const QueryPlan& plan) {
  MarkedTerms terms;
  for (const Unit& unit : plan.units) {
    for (const Alternative& alternative : unit.alternatives) {
      (unit.weak ? terms.weak : terms.strong).push_back(alternative.hash);
      terms.weak.insert(terms.weak.end(), alternative.more_hashes.begin(), alternative.more_hashes.end());
      terms.beginnings.add(alternative.term);
      for (const std::string& term : alternative.more_terms) terms.beginnings.add(term);
    }
  }
  std::sort(terms.strong.begin(), terms.strong.end());
  std::sort(terms.weak.begin(), terms.weak.end());
  return terms;
}

// Where a text has matches, and the position in it of the byte `place`.
struct Found {
  std::vector<Span> matches;
  uint32_t position = 0;
};

Found find_matches(const MarkedTerms& terms, std::string_view text, const std::string& lang, size_t place) {
  MatchSink sink(terms);
  const uint32_t position = thread_analyzer(lang).analyze_only(text, terms.beginnings, sink, place);
  return {sink.take(), position};
}

void add_ellipsis(Runs& runs, bool before, bool after) {
  if (runs.empty()) return;
  if (before)
    runs.front().match ? void(runs.insert(runs.begin(), {"…", false}))
                       : void(runs.front().text.insert(0, "…"));
  while (!runs.back().match && runs.back().text.ends_with(' ')) runs.back().text.pop_back();
  if (after) runs.back().match ? runs.push_back({" …", false}) : void(runs.back().text += " …");
}

// Drops what a piece has of a character at its ends; returns the bytes that went at the beginning.
size_t cut_to_characters(std::string& text, bool cut_end) {
  size_t cut = 0;
  while (cut < text.size() && cut < 4 && is_continuation(text[cut])) ++cut;
  text.erase(0, cut);
  size_t tail = text.size();
  while (tail > 0 && text.size() - tail < 4 && is_continuation(text[tail - 1])) --tail;
  if (cut_end && tail > 0 && static_cast<uint8_t>(text[tail - 1]) >= 0xC0) text.resize(tail - 1);
  return cut;
}

// Takes out the matches in code and tables. `checkpoint` has the position `before` in the text that was read.
void keep_sentences(std::vector<Span>& matches, uint32_t before, Checkpoint checkpoint,
                    const ForwardView& forward, const Evidence& evidence) {
  std::erase_if(matches, [&](const Span& match) {
    const uint32_t position = checkpoint.position + match.position - before;
    return evidence.zones[forward.zone_of(position)].writing == Writing::figure;
  });
}

// The beginning of the stretch with the most bytes of matches within a snippet's width, of those that begin
// at `focus` or behind it.
size_t best_match(const std::vector<Span>& matches, size_t focus) {
  size_t best_begin = matches.empty() ? 0 : matches.front().begin;
  size_t best_bytes = 0;
  for (size_t i = 0; i < matches.size(); ++i) {
    if (matches[i].begin + 8 < focus) continue;
    size_t bytes = 0;
    for (size_t k = i;
         k < matches.size() && matches[k].end < matches[i].begin + kSnippetColumns - kLeadColumns; ++k) {
      bytes += matches[k].end - matches[k].begin;
    }
    if (bytes > best_bytes) {
      best_bytes = bytes;
      best_begin = matches[i].begin;
    }
  }
  return best_begin;
}

}  // namespace

Marker::Marker(const QueryPlan& plan) : plan_(plan), terms_(marked_terms(plan)) {}

Runs Marker::snippet(const Evidence& evidence, const ForwardView& forward, const HitRecord& hit,
                     const MetaView& meta, uint32_t section) const {
  if (section >= meta.sections.size()) return {};
  const SectionOf<std::string_view>& place = meta.sections[section];
  const std::optional<Window> window = best_window(plan_, evidence, section);
  Checkpoint checkpoint;
  if (window) checkpoint = forward.checkpoint_before(window->position);
  const uint32_t focus = std::clamp(checkpoint.byte, place.text_begin, place.text_end);
  uint32_t begin = std::max(place.text_begin, focus > kBefore ? focus - kBefore : 0);
  const uint32_t end = std::min(place.text_end, focus + kAfter);
  std::string text = decode_text(hit.text, begin, end);
  begin += static_cast<uint32_t>(cut_to_characters(text, end < place.text_end));

  const size_t read_at = std::min<size_t>(focus - begin, text.size());
  const Found found = find_matches(terms_, text, std::string(meta.lang), read_at);
  const std::vector<Span>& matches = found.matches;
  std::vector<Span> in_sentences;
  if (window && window->sentences && has_figures(evidence, section)) {
    in_sentences = matches;
    keep_sentences(in_sentences, found.position, checkpoint, forward, evidence);
  }
  const std::vector<Span>& first = in_sentences.empty() ? matches : in_sentences;
  const size_t from = matches.empty() ? 0 : passage_start(text, best_match(first, read_at));
  const size_t to = passage_end(text, from);
  Runs runs = to_runs(text, from, to, matches);
  add_ellipsis(runs, begin + from > place.text_begin, begin + to < place.text_end);
  return runs;
}

Runs Marker::mark(std::string_view text, const std::string& lang) const {
  return to_runs(text, 0, text.size(), find_matches(terms_, text, lang, 0).matches);
}

}  // namespace signpost
