// answer_signals.cc - lays the question's words over the pieces of each section, and reads the signals of
// every stretch from that.
#include "answer/answer_signals.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr uint32_t kNear = 5;          // positions that neighbours of the question may lie farther apart
constexpr float kFartherCosts = 0.3F;  // of each of them
constexpr float kBesideShare = 0.5F;   // of a word beside the stretch or in a title, to compare documents
constexpr size_t kIntroduction = 6;    // pieces before a list of steps that say what it is for
constexpr float kManyWords = 20;
constexpr float kMuchContent = 8;
constexpr float kManyOffered = 5;
constexpr float kNearBytes = 30;  // so far from a word of the question, what is offered counts half
constexpr float kManyNewWords = 40;
constexpr size_t kLongWord = 4;  // letters: shorter ones say little

using Shares = std::vector<float>;  // by word: how well a text has it, 0..1

struct PieceWords {
  Shares shares;
  std::vector<WordPlace> places;
  float found = 0;
  float pairs = 0;
  size_t offered = 0;  // things of the kind that is asked for
  float offered_near = 0;
  size_t long_words = 0;
};

bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

// Of the question alone.
class Question {
 public:
  Question(const Candidates& candidates, std::string_view typed, Asks asks)
      : words(candidates.words), text(typed), asked(asks) {
    const std::vector<std::string> names = capitalised(typed);
    for (size_t w = 0; w < words.size(); ++w) {
      number.push_back(has_digit(words[w].surface));
      // "I" is none.
      name.push_back(!words[w].weak &&
                     std::find(names.begin(), names.end(), words[w].surface) != names.end());
      if (!words[w].weak) content.push_back(w);
      if (!words[w].known) unknown += words[w].weight;
    }
  }

  float sum(const Shares& shares) const {
    float out = 0;
    for (size_t w = 0; w < words.size(); ++w) out += words[w].weight * shares[w];
    return out;
  }

  const std::vector<QuestionWord>& words;
  std::string_view text;
  Asks asked;
  std::vector<bool> number, name;
  std::vector<size_t> content;  // the words that are no function words
  float unknown = 0;

 private:
  // Folded, but the first word, which is capitalised in any question.
  static std::vector<std::string> capitalised(std::string_view typed) {
    std::vector<std::string> out;
    for (size_t i = 0; i < typed.size();) {
      size_t end = i;
      while (end < typed.size() && (is_alnum(typed[end]) || static_cast<uint8_t>(typed[end]) >= 0x80)) ++end;
      if (i > 0 && end > i && is_upper(typed[i])) out.push_back(fold_case(typed.substr(i, end - i)));
      i = std::max(end, i + 1);
    }
    return out;
  }
};

size_t count_long_words(std::string_view text) {
  size_t out = 0;
  size_t letters = 0;
  for (const char c : text) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (letters == kLongWord) ++out;
  }
  return out;
}

// How much farther apart than `wanted` the nearest places of two words lie; both ascending. They are walked
// side by side, since a hostile text has one word ten thousand times.
int64_t farther_apart(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b, int64_t wanted) {
  int64_t best = kNear + 1;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const int64_t off = static_cast<int64_t>(b[k]) - a[i] - wanted;
    best = std::min(best, std::abs(off));
    off < 0 ? ++k : ++i;
  }
  return best;
}

// Share of the question's neighbours that are neighbours here; below 0 where it has none.
float near_pairs(const Question& question, const std::vector<WordPlace>& places) {
  std::vector<std::vector<uint32_t>> positions(question.words.size());
  for (const WordPlace& place : places) positions[place.word].push_back(place.position);
  float have = 0;
  float all = 0;
  for (size_t i = 0; i + 1 < question.content.size(); ++i) {
    const size_t a = question.content[i];
    const size_t b = question.content[i + 1];
    const float weight = std::min(question.words[a].weight, question.words[b].weight);
    const auto wanted = static_cast<int64_t>(question.words[b].position) - question.words[a].position;
    const int64_t off = farther_apart(positions[a], positions[b], wanted);
    all += weight;
    if (off <= kNear) have += weight / (1 + kFartherCosts * static_cast<float>(off));
  }
  return all > 0 ? have / all : -1;
}

Shares most(Shares a, const Shares& b) {
  for (size_t i = 0; i < a.size(); ++i) a[i] = std::max(a[i], b[i]);
  return a;
}

// One section under the question.
class SectionView {
 public:
  SectionView(const Question& question, const CandidateSection& section, std::string lang)
      : question_(question),
        section_(section),
        lang_(std::move(lang)),
        characters_(passage_characters(lang_)),
        pieces_(pieces_of(section.text, characters_)) {
    lay_words();
  }

  std::vector<Considered> consider() const {
    std::vector<Considered> out;
    for (const Stretch& stretch : stretches_of(section_.text, pieces_, characters_))
      out.push_back({&section_, stretch, signals_of(stretch), 0});
    return out;
  }

 private:
  static bool is_of_table(const Piece& piece) {
    return piece.of == Piece::Of::row || piece.of == Piece::Of::header;
  }

  void lay_words() {
    const size_t count = question_.words.size();
    all_ = section_.titled;
    alone_.assign(count, 0);
    words_.resize(pieces_.size());
    header_.resize(pieces_.size());
    size_t at = 0;
    for (size_t p = 0; p < pieces_.size(); ++p) {
      PieceWords& piece = words_[p];
      header_[p] =
          pieces_[p].of == Piece::Of::row && p > 0 && is_of_table(pieces_[p - 1]) ? header_[p - 1] : p;
      piece.shares.assign(count, 0);
      while (at < section_.places.size() && section_.places[at].begin < pieces_[p].begin) ++at;
      for (; at < section_.places.size() && section_.places[at].begin < pieces_[p].end; ++at) {
        const WordPlace& place = section_.places[at];
        piece.places.push_back(place);
        piece.shares[place.word] = std::max(piece.shares[place.word], place.factor);
      }
      for (size_t w = 0; w < count; ++w) alone_[w] += piece.shares[w] > 0 ? 1.0F : 0.0F;
      all_ = most(std::move(all_), piece.shares);
      piece.found = question_.sum(piece.shares);
      const float pairs = near_pairs(question_, piece.places);
      piece.pairs = pairs < 0 ? piece.found : pairs;
      lay_offers(pieces_[p], piece);
    }
    for (float& pieces : alone_) pieces = 1 / std::max(pieces, 1.0F);
  }

  // Not of code that is too long to be quoted.
  void lay_offers(const Piece& from, PieceWords& piece) const {
    if (from.end - from.begin > kMaxStretchBytes) return;
    const std::string_view words = text(from.begin, from.end);
    piece.long_words = count_long_words(words);
    for (const uint32_t at : offered_places(words, question_.asked, question_.text, lang_)) {
      ++piece.offered;
      const auto next =
          std::lower_bound(piece.places.begin(), piece.places.end(), from.begin + at,
                           [](const WordPlace& place, uint32_t begin) { return place.begin < begin; });
      if (next != piece.places.end()) see_near(next->begin - (from.begin + at), piece);
      if (next != piece.places.begin()) see_near(from.begin + at - std::prev(next)->begin, piece);
    }
  }

  static void see_near(uint32_t bytes, PieceWords& piece) {
    piece.offered_near = std::max(piece.offered_near, 1 / (1 + static_cast<float>(bytes) / kNearBytes));
  }

  Shares shares_of(size_t first, size_t last) const {
    Shares out = words_[first].shares;
    for (size_t p = first + 1; p <= last; ++p) out = most(std::move(out), words_[p].shares);
    return out;
  }

  // Steps don't say what they are for, the heading and the text before them do; nor does a row say what its
  // columns are.
  Shares own_shares(const Stretch& stretch) const {
    Shares out = shares_of(stretch.first, stretch.last);
    if (stretch.kind == AnswerKind::steps) {
      out = most(std::move(out), section_.titled);
      const size_t from = stretch.first - std::min(stretch.first, kIntroduction);
      for (size_t p = from; p < stretch.first; ++p) out = most(std::move(out), words_[p].shares);
    }
    if (stretch.kind == AnswerKind::table_row)
      out = most(std::move(out), words_[header_[stretch.first]].shares);
    return out;
  }

  float sum_if(const Shares& missing, const std::vector<bool>& of) const {
    float out = 0;
    for (size_t w = 0; w < missing.size(); ++w) {
      if (of[w] && all_[w] == 0) out += question_.words[w].weight;
    }
    return out;
  }

  std::string_view text(uint32_t begin, uint32_t end) const {
    return std::string_view(section_.text.text).substr(begin, end - begin);
  }

  void add_offers(const Stretch& stretch, size_t best, AnswerSignals& out) const {
    const Asks asked = question_.asked;
    if (asked != Asks::number && asked != Asks::time && asked != Asks::name && asked != Asks::reason) return;
    const auto offers_it = [&](uint32_t begin, uint32_t end) {
      return offers(text(begin, end), asked, question_.text, lang_);
    };
    out.best_offers = offers_it(pieces_[best].begin, pieces_[best].end) ? 1.0F : 0.0F;
    if (out.best_offers > 0 || offers_it(stretch.begin, stretch.end)) return;
    (asked == Asks::number ? out.no_number
     : asked == Asks::time ? out.no_time
     : asked == Asks::name ? out.no_name
                           : out.no_reason) = 1;
  }

  void add_pieces(const Stretch& stretch, AnswerSignals& out) const {
    size_t best = stretch.first;
    size_t offered = 0;
    size_t long_words = 0;
    std::vector<bool> exact(question_.words.size());
    for (size_t p = stretch.first; p <= stretch.last; ++p) {
      const PieceWords& piece = words_[p];
      if (piece.found > words_[best].found) best = p;
      out.pairs = std::max(out.pairs, piece.pairs);
      out.offered_near = std::max(out.offered_near, piece.offered_near);
      offered += piece.offered;
      long_words += piece.long_words;
      for (const WordPlace& place : piece.places) {
        exact[place.word] = exact[place.word] || place.factor >= 1;
        if (place.end - place.begin >= kLongWord && long_words > 0) --long_words;
      }
    }
    for (size_t p = stretch.first; p <= stretch.last; ++p) {
      if (p != best) out.second_sentence = std::max(out.second_sentence, words_[p].found);
    }
    for (size_t w = 0; w < exact.size(); ++w) out.exact += exact[w] ? question_.words[w].weight : 0;
    out.best_sentence = words_[best].found;
    out.offered = std::min(1.0F, static_cast<float>(offered) / kManyOffered);
    out.new_words = std::min(1.0F, static_cast<float>(long_words) / kManyNewWords);
    add_offers(stretch, best, out);
  }

  AnswerSignals signals_of(const Stretch& stretch) const {
    AnswerSignals out;
    const Shares own = own_shares(stretch);
    Shares beside = own;
    if (stretch.first > 0) beside = most(std::move(beside), words_[stretch.first - 1].shares);
    if (stretch.last + 1 < words_.size()) beside = most(std::move(beside), words_[stretch.last + 1].shares);
    const Shares titled = most(beside, section_.titled);
    Shares in_title(own.size());
    Shares rare(own.size());
    Shares missing(own.size());
    for (size_t w = 0; w < own.size(); ++w) {
      in_title[w] = own[w] * section_.titled[w];
      rare[w] = own[w] * alone_[w];
      missing[w] = 1 - all_[w];
    }
    out.found = question_.sum(own);
    out.found_titled = question_.sum(in_title);
    out.found_rare = question_.sum(rare);
    out.titled = question_.sum(titled) - question_.sum(beside);
    out.elsewhere = question_.sum(all_) - question_.sum(titled);
    out.missing = question_.sum(missing);
    out.missing_number = sum_if(missing, question_.number);
    out.missing_name = sum_if(missing, question_.name);
    out.unknown = question_.unknown;
    if (!question_.content.empty()) out.first_word = own[question_.content.front()];
    add_pieces(stretch, out);
    const float characters = static_cast<float>(count_code_points(text(stretch.begin, stretch.end)));
    out.length = std::min(1.0F, characters / static_cast<float>(characters_));
    out.at_start = stretch.first == 0 ? 1 : 0;
    out.whole = stretch.first == 0 && stretch.last + 1 == pieces_.size() ? 1 : 0;
    out.words = std::min(1.0F, static_cast<float>(question_.words.size()) / kManyWords);
    out.content = std::min(1.0F, static_cast<float>(question_.content.size()) / kMuchContent);
    return out;
  }

  const Question& question_;
  const CandidateSection& section_;
  const std::string lang_;
  const size_t characters_;
  const std::vector<Piece> pieces_;
  std::vector<PieceWords> words_;  // by piece
  std::vector<size_t> header_;     // of a row of a table, which piece names its columns; else itself
  Shares all_;                     // in the section and its titles
  Shares alone_;                   // 1 by the number of pieces that have the word
};

// What a title promises, the first list of steps keeps; a later one keeps what its own heading says. "Install
// the program" is not answered by the steps below "Upgrade".
bool leads_to_steps(const Question& question, const CandidateSection& section,
                    const QuotableDocument& document) {
  if (std::any_of(question.content.begin(), question.content.end(),
                  [&](size_t word) { return section.headed[word] > 0; }))
    return true;
  for (size_t before = 0; before < section.section; ++before) {
    const std::vector<StepList> lists = step_lists(document.blocks(before));
    if (std::any_of(lists.begin(), lists.end(), [](const StepList& list) { return list.steps.size() > 1; }))
      return false;
  }
  return true;
}

float comparable(const AnswerSignals& signals) { return signals.found + kBesideShare * signals.titled; }

// What depends on the other documents. Those that may not be quoted are there all the same.
void add_ranks(const Candidates& candidates, size_t first_hit, std::vector<Considered>& all) {
  const std::vector<Hit>& hits = candidates.response.hits;
  std::vector<float> best(hits.size(), 0);
  for (const Considered& c : all)
    best[c.section->hit] = std::max(best[c.section->hit], comparable(c.signals));
  const double top = std::max(hits[first_hit].score, 1e-9);
  const double next = first_hit + 1 < hits.size() ? hits[first_hit + 1].score : 0;
  const float best_of_all = *std::max_element(best.begin(), best.end());
  for (Considered& c : all) {
    AnswerSignals& s = c.signals;
    const size_t hit = c.section->hit;
    float others = 0;
    for (size_t h = 0; h < best.size(); ++h) {
      if (h != hit) others = std::max(others, best[h]);
    }
    s.first_hit = hit == first_hit ? 1 : 0;
    s.score_share = static_cast<float>(std::clamp(hits[hit].score / top, 0.0, 1.0));
    s.lead = hit == first_hit ? static_cast<float>(std::clamp(1 - next / top, 0.0, 1.0)) : 0;
    s.beyond_others = comparable(s) - others;
    s.behind_best = comparable(s) - best_of_all;
  }
}

}  // namespace

std::vector<Considered> consider(const Candidates& candidates,
                                 const std::vector<const CandidateSection*>& allowed,
                                 std::string_view question, Asks asked) {
  std::vector<Considered> out;
  if (allowed.empty()) return out;
  const Question asking(candidates, question, asked);
  size_t first_hit = candidates.response.hits.size();
  for (const CandidateSection* section : allowed) {
    first_hit = std::min(first_hit, section->hit);
    const QuotableDocument& document = candidates.documents[section->hit];
    std::vector<Considered> more = SectionView(asking, *section, document.meta().lang).consider();
    const auto is_steps = [](const Considered& c) { return c.stretch.kind == AnswerKind::steps; };
    if (std::any_of(more.begin(), more.end(), is_steps) && !leads_to_steps(asking, *section, document))
      std::erase_if(more, is_steps);
    out.insert(out.end(), more.begin(), more.end());
  }
  if (!out.empty()) add_ranks(candidates, first_hit, out);
  return out;
}

}  // namespace signpost
