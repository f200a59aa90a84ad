// ranking.cc - the weights of the signals, and the one formula that score() and explain() share.
//
// A score is a sum over where the document has what of the query, times factors:
//
//   (words + title + nearness + exact spelling + best section)
//     * coverage * whole title * meaning * clicks * what speaks for the document anyway * language
//
// Words are BM25F: the frequencies of a word in the zones are weighted and normalised by length before their
// sum saturates (Zaragoza et al., TREC 2004; Robertson and Zaragoza 2009, section 3.6), so that a word in the
// title and in the text counts once, and strongly. The title adds how much of the query is in it (squared:
// half of it is far less than half as good) and how much of it is in the query. All summands grow with the
// idf of the query's units, so one scale fits rare words and common ones; the factors are plain numbers.
// Coverage is the share of the query that the document has at all: what lacks a word can only win by much.
//
// A few words are what an article is about, and stand in its title and headings. A whole question is answered
// by a passage that has most of its words near each other; that a title has one of them, spelled as it was
// typed, is chance. Between two limits (words of the query) the weights go from the one to the other without
// a step, so that no word more turns an order over by itself.
//
// A stop word says little wherever it stands; what it says more in a title comes from the title alone.
//
// Numbers are added up in the order of the plan, and equal signals give equal bits: ties are ties, and
// documents with the same score keep the order of lists (match.cc). explain() is the same evaluation with a
// note taken of each part, so it can't say anything but what happened. Who changes a weight looks at the
// goldens of tests/relevance and runs ./dev bench relevance.
#include "search/ranking.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace signpost {
namespace {

// Words of a query of a few, and of a whole question.
constexpr float kShortQuery = 6.0F;
constexpr float kLongQuery = 14.0F;

// A weight for the one and for the other.
struct ByLength {
  float short_query;
  float long_query;
};

struct ZoneWeight {
  const char* name;
  ByLength boost;       // of one occurrence
  float length_weight;  // BM25's b: 0, length does not matter; 1, frequency counts by its share
};
constexpr ZoneWeight kZones[kZoneCount] = {
    {"title", {10.0F, 3.0F}, 0.5F},    // what the author says that it is about
    {"summary", {2.0F, 2.0F}, 0.3F},   //
    {"tags", {2.0F, 2.0F}, 0.3F},      //
    {"headings", {8.0F, 2.5F}, 0.2F},  // what its parts are about
    {"text", {1.0F, 1.0F}, 0.6F},      //
    {"links", {0.1F, 0.1F}, 0.6F},     // they are about another page
};
constexpr float kSaturation = 2.4F;  // BM25's k1

constexpr ByLength kTitleWeight = {1.8F, 1.4F};
constexpr ByLength kProximityWeight = {0.25F, 0.5F};
constexpr ByLength kRunWeight = {0.08F, 0.5F};  // of pairs of one CJK run: together they are a word
constexpr ByLength kCoverageFloor = {0.6F, 0.35F};
constexpr float kLinkCoverage = 0.5F;  // of a word that only the text of links has
constexpr float kSectionWeight = 0.1F;
constexpr ByLength kExactWeight = {0.4F, 0.0F};
constexpr float kFullTitleFactor = 2.5F;
constexpr float kOtherScriptFactor = 0.6F;
constexpr float kFreshDays = 730;  // after two years age no longer matters

// Of a query from 0, a few words, to 1, a whole question.
float length_of(const QuerySignals& query) {
  return std::clamp((query.words - kShortQuery) / (kLongQuery - kShortQuery), 0.0F, 1.0F);
}

float by_length(const ByLength& weight, float length) {
  return weight.short_query + (weight.long_query - weight.short_query) * length;
}

// "3" or "0.75".
std::string print(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", static_cast<double>(value));
  return text;
}

std::string print_unit(const UnitSignals& unit) {
  std::string out = "weight " + print(unit.weight);
  if (unit.found < 1) out += ", found as " + print(unit.found);
  for (size_t z = 0; z < kZoneCount; ++z) {
    if (unit.frequency[z] > 0) out += std::string(", ") + kZones[z].name + " " + print(unit.frequency[z]);
  }
  return out;
}

std::string print_title(const RankingSignals& signals) {
  const TitleSignals& title = signals.match.title;
  return print(title.found) + " of the query's " + print(signals.query.title_weight) + " on " +
         std::to_string(title.covered) + " of " + std::to_string(signals.document.title_length) +
         " positions";
}

std::string print_pairs(const MatchSignals& match) {
  std::string out;
  for (const PairSignals& pair : match.pairs)
    out += (out.empty() ? "" : ", ") + print(pair.nearness) + (pair.run ? " in a run" : "");
  return out;
}

std::string print_exact(const MatchSignals& match) {
  std::string out;
  for (const UnitSignals& unit : match.units) {
    if (unit.exact) out.append(out.empty() ? "" : ", ").append(unit.surface);
  }
  return out;
}

std::string print_section(const MatchSignals& match) {
  return print(match.section_weight) + " in section " + std::to_string(match.section);
}

std::string print_meaning(const RankingSignals& signals) {
  return print(signals.meaning.cosine) + " alike in section " + std::to_string(signals.meaning.section) +
         ", weight " + print(signals.meaning.weight);
}

std::string print_clicks(const ClickSignals& clicks) {
  return std::to_string(clicks.chosen) + " of " + std::to_string(clicks.visits) +
         " visits chose it, for its places " + print(clicks.share);
}

// Of a part that says it all by itself.
constexpr auto kNoFacts = [] { return std::string(); };

// The note of score(): nobody asks.
struct Silent {
  template <typename Facts>
  void operator()(const char*, std::string_view, float, Facts) const {}
};

// The note of explain(). A part is called `what` with `of` behind it.
struct Explaining {
  std::vector<Contribution>& out;
  template <typename Facts>
  void operator()(const char* what, std::string_view of, float value, Facts facts) const {
    out.push_back({std::string(what).append(of), static_cast<double>(value), facts()});
  }
};

// The sum over the words; the factor of each zone is the same for all.
template <typename Note>
float words_of(const RankingSignals& signals, float query_length, Note note) {
  constexpr auto kTitle = static_cast<size_t>(Zone::title);
  const auto saturated = [](float frequency) {
    return frequency * (kSaturation + 1) / (frequency + kSaturation);
  };
  float length_factor[kZoneCount];
  for (size_t z = 0; z < kZoneCount; ++z) {
    const float b = kZones[z].length_weight;
    length_factor[z] =
        by_length(kZones[z].boost, query_length) / (1 - b + b * signals.document.zone_length[z]);
  }
  float sum = 0;
  for (const UnitSignals& unit : signals.match.units) {
    if (unit.found == 0) continue;
    float frequency = 0;
    for (size_t z = 0; z < kZoneCount; ++z) frequency += unit.frequency[z] * length_factor[z];
    const float titled = unit.frequency[kTitle] * length_factor[kTitle];
    const float value =
        unit.weight * saturated(frequency) + (unit.title_weight - unit.weight) * saturated(titled);
    if (value != 0) note("word: ", unit.surface, value, [&] { return print_unit(unit); });
    sum += value;
  }
  return sum;
}

// The document says all of the query in its title, and nothing else.
bool is_whole_title(const TitleSignals& title, uint32_t length) {
  return title.found > 0 && title.whole_query && title.covered == length;
}

// How much of the query is in the title, and how much of the title is in the query.
float title_of(const RankingSignals& signals) {
  const uint32_t length = signals.document.title_length;
  if (signals.match.title.found == 0 || length == 0) return 0;
  const float precision = static_cast<float>(signals.match.title.covered) / static_cast<float>(length);
  const float recall = signals.match.title.found / signals.query.title_weight;
  return signals.query.title_weight * recall * (0.35F + 0.65F * precision) * recall;
}

float nearness_of(const MatchSignals& match, float query_length) {
  const float run_weight = by_length(kRunWeight, query_length);
  const float proximity_weight = by_length(kProximityWeight, query_length);
  float sum = 0;
  for (const PairSignals& pair : match.pairs)
    sum += (pair.run ? run_weight : proximity_weight) * pair.weight * pair.nearness;
  return sum;
}

float exactness_of(const MatchSignals& match, float query_length) {
  const float weight = by_length(kExactWeight, query_length);
  float sum = 0;
  for (const UnitSignals& unit : match.units) sum += unit.exact ? weight * unit.weight : 0.0F;
  return sum;
}

// What speaks for a document whatever the query is: a factor around 1.
template <typename Note>
float document_factor(const DocumentSignals& document, Note note) {
  const bool help = document.kind == Kind::help;
  float factor = 1;
  const auto signal = [&](const char* what, float value, auto facts) {
    factor *= value;
    if (value != 1) note("signal: ", what, value, facts);
  };
  // The company's own word comes first when all else is equal.
  signal("help article", help ? 1.04F : 1.0F, kNoFacts);
  // Somebody was helped by it.
  signal("accepted answer", document.solved ? 1.03F : 1.0F, kNoFacts);
  // Other customers found it useful; ten votes say nearly as much as a hundred.
  const float votes = std::log10(1 + static_cast<float>(std::max(document.votes, 0)));
  signal("votes", 1 + 0.02F * std::clamp(votes, 0.0F, 2.0F),
         [&] { return std::to_string(document.votes) + " votes"; });
  // The author's own emphasis.
  const auto emphasis = static_cast<float>(std::clamp(document.weight, -10, 10));
  signal("weight", help ? 1 + 0.005F * emphasis : 1.0F,
         [&] { return "weight " + std::to_string(document.weight); });
  // What was checked lately is likelier to be true.
  const float age = document.age ? static_cast<float>(*document.age) : kFreshDays;
  signal("freshness", 1 + 0.03F * std::max(0.0F, 1 - age / kFreshDays),
         [&] { return std::to_string(*document.age) + " days old"; });
  return factor;
}

// A query without CJK characters and without a language is hardly for a text that is written in them.
float language_factor(const RankingSignals& signals) {
  return signals.query.alphabet_only && signals.document.cjk ? kOtherScriptFactor : 1.0F;
}

// A document whose title is the query can mean nothing else.
float meaning_factor(const RankingSignals& signals) {
  const bool same = is_whole_title(signals.match.title, signals.document.title_length);
  return 1 + signals.meaning.weight * (same ? 1.0F : signals.meaning.cosine);
}

// From 1 to kMostByClicks: bounded, since a click can't be told from another's.
float click_factor(const ClickSignals& clicks) { return 1 + (kMostByClicks - 1) * clicks.share; }

template <typename Note>
float evaluate(const RankingSignals& signals, Note note) {
  const MatchSignals& match = signals.match;
  const float length = length_of(signals.query);
  float score = words_of(signals, length, note);
  const auto add = [&](const char* what, float value, auto facts) {
    score += value;
    if (value != 0) note(what, "", value, facts);
  };
  add("title", by_length(kTitleWeight, length) * title_of(signals), [&] { return print_title(signals); });
  add("nearness", nearness_of(match, length), [&] { return print_pairs(match); });
  add("exact spelling", exactness_of(match, length), [&] { return print_exact(match); });
  add("best section", kSectionWeight * match.section_weight, [&] { return print_section(match); });
  const float covered = coverage(signals);
  const float floor = by_length(kCoverageFloor, length);
  const float factor = floor + (1 - floor) * covered;
  score *= factor;
  note("coverage (factor)", "", factor, [&] { return print(covered) + " of the query"; });
  if (is_whole_title(match.title, signals.document.title_length)) {
    score *= kFullTitleFactor;
    note("the whole title (factor)", "", kFullTitleFactor, kNoFacts);
  }
  const float meaning = meaning_factor(signals);
  score *= meaning;
  if (meaning != 1) note("meaning (factor)", "", meaning, [&] { return print_meaning(signals); });
  const float clicks = click_factor(signals.clicks);
  score *= clicks;
  if (clicks != 1) note("clicks (factor)", "", clicks, [&] { return print_clicks(signals.clicks); });
  score *= document_factor(signals.document, note);
  const float language = language_factor(signals);
  if (language != 1) note("language (factor)", "", language, kNoFacts);
  return score * language;
}

}  // namespace

float coverage(const RankingSignals& signals) {
  if (signals.query.weight == 0) return 1;
  float found = 0;
  for (const UnitSignals& unit : signals.match.units) {
    const bool own =
        std::any_of(unit.frequency.begin(), unit.frequency.begin() + static_cast<int>(Zone::link),
                    [](float f) { return f > 0; });
    found += unit.weight * unit.found * (own ? 1.0F : kLinkCoverage);
  }
  return found / signals.query.weight;
}

float score(const RankingSignals& signals) { return evaluate(signals, Silent{}); }

std::vector<Contribution> explain(const RankingSignals& signals) {
  std::vector<Contribution> out;
  evaluate(signals, Explaining{out});
  return out;
}

}  // namespace signpost
