#include "search/ranking.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

namespace signpost {
namespace {

// BM25F (Zaragoza et al., TREC 2004; Robertson and Zaragoza 2009, section 3.6): the frequencies of the zones
// are weighted and normalised by length before the sum saturates.
struct ZoneWeight {
  float boost;          // of one occurrence
  float length_weight;  // BM25's b: 0, length does not matter; 1, frequency counts by its share
};
constexpr ZoneWeight kZones[kZoneCount] = {
    {10.0F, 0.5F},  // title: what the author says that it is about
    {2.0F, 0.3F},   // summary
    {2.0F, 0.3F},   // tags
    {8.0F, 0.2F},   // headings: what its parts are about
    {1.0F, 0.6F},   // body
    {0.1F, 0.6F},   // the words of links: they are about another page
};
constexpr float kSaturation = 2.4F;  // BM25's k1

// Weights of the other evidence, each relative to the sum of idf of the query.
// A few words are what an article is about, and stand in its title and headings. A whole question is answered
// by a passage that has most of its words near each other. Between the two limits (strong units of the query)
// the weights go from the first value to the second.
constexpr float kShortQuery = 5.0F;
constexpr float kLongQuery = 15.0F;
constexpr float kTitleWeight = 1.8F;
constexpr float kTitleWeightLong = 1.4F;
constexpr float kProximityWeight = 0.25F;
constexpr float kProximityWeightLong = 0.5F;
constexpr float kRunWeight = 0.08F;  // of neighbouring pairs of one CJK run: together they are a word
constexpr float kRunWeightLong = 0.5F;
constexpr float kLinkCoverage = 0.5F;  // of a word that only the text of links has
constexpr float kCoverageFloorLong = 0.35F;
constexpr float kSectionWeight = 0.1F;
constexpr float kExactProminentWeight = 0.4F;
constexpr float kFullTitleFactor = 2.5F;
constexpr float kCoverageFloor = 0.6F;

class Ranker {
 public:
  Ranker(const RankingContext& context, uint32_t number, const Evidence& evidence,
         std::vector<Contribution>* explanation)
      : context_(context),
        units_(context.plan.units),
        record_(context.index.record(number)),
        evidence_(evidence),
        explanation_(explanation) {
    float strong = 0;
    for (const Unit& unit : units_) {
      query_weight_ += weight(unit);
      strong += unit.weak ? 0.0F : 1.0F;
    }
    length_ = std::clamp((strong - kShortQuery) / (kLongQuery - kShortQuery), 0.0F, 1.0F);
  }

  DocumentScore run();

 private:
  static float weight(const Unit& unit) { return unit.weight * unit.idf; }

  void note(const std::string& what, float value) const {
    if (explanation_ != nullptr && value != 0) explanation_->push_back({what, value});
  }

  float words() const;
  float coverage() const;
  float title(bool& full) const;
  float proximity() const;
  bool in_link(uint32_t occurrence) const {
    return evidence_.zones[evidence_.by_unit[occurrence].zone].zone == Zone::link;
  }
  float pair(const UnitEvidence& a, const UnitEvidence& b, uint32_t distance) const;
  float exactness() const;
  float best_section(uint32_t& section) const;
  float signals() const;
  float language() const;

  const RankingContext& context_;
  const std::vector<Unit>& units_;
  const DocRecord& record_;
  const Evidence& evidence_;
  std::vector<Contribution>* explanation_;
  // The weight for a query of this length.
  float by_length(float short_query, float long_query) const {
    return short_query + (long_query - short_query) * length_;
  }

  float query_weight_ = 0;
  float length_ = 0;  // 0: a few words, 1: a whole question
};

float Ranker::words() const {
  float length_factor[kZoneCount];
  for (size_t z = 0; z < kZoneCount; ++z) {
    const float relative =
        static_cast<float>(record_.zone_length[z]) / context_.index.average_zone_length(static_cast<Zone>(z));
    length_factor[z] = kZones[z].boost / (1 - kZones[z].length_weight + kZones[z].length_weight * relative);
  }
  float sum = 0;
  for (size_t u = 0; u < units_.size(); ++u) {
    const UnitEvidence& found = evidence_.units[u];
    if (found.factor == 0) continue;
    float frequency = 0;
    for (size_t z = 0; z < kZoneCount; ++z) frequency += found.frequency[z] * length_factor[z];
    const float score = weight(units_[u]) * frequency * (kSaturation + 1) / (frequency + kSaturation);
    if (explanation_ != nullptr) note("word: " + units_[u].surface, score);
    sum += score;
  }
  return sum;
}

// Share of the query's weight that the document has at all.
float Ranker::coverage() const {
  if (query_weight_ == 0) return 1;
  float found = 0;
  for (size_t u = 0; u < units_.size(); ++u) {
    const UnitEvidence& unit = evidence_.units[u];
    const bool own =
        std::any_of(unit.frequency.begin(), unit.frequency.begin() + static_cast<int>(Zone::link),
                    [](float f) { return f > 0; });
    found += weight(units_[u]) * unit.factor * (own ? 1.0F : kLinkCoverage);
  }
  return found / query_weight_;
}

// How much of the query is in the title, and how much of the title is in the query.
float Ranker::title(bool& full) const {
  float found = 0;
  std::vector<bool> covered(record_.zone_length[static_cast<size_t>(Zone::title)]);
  const uint32_t behind_title = static_cast<uint32_t>(covered.size());
  bool all = true;
  for (size_t u = 0; u < units_.size(); ++u) {
    const UnitEvidence& unit = evidence_.units[u];
    if (unit.frequency[static_cast<size_t>(Zone::title)] == 0) {
      all = all && (units_[u].idf == 0 || units_[u].name_part);
      continue;
    }
    found += weight(units_[u]) * unit.factor;
    for (uint32_t i = unit.begin; i < unit.end; ++i) {
      const uint32_t position = evidence_.by_unit[i].position;
      if (position >= behind_title) break;
      covered[position] = true;
      if (units_[u].cjk && position + 1 < behind_title) covered[position + 1] = true;
    }
  }
  if (query_weight_ == 0 || found == 0 || behind_title == 0) return full = false, 0.0F;
  const auto covered_count = static_cast<float>(std::count(covered.begin(), covered.end(), true));
  const float precision = covered_count / static_cast<float>(behind_title);
  const float recall = found / query_weight_;
  full = all && precision == 1.0F;
  return query_weight_ * recall * (0.35F + 0.65F * precision) * recall;
}

// 1 when the two units stand as far apart as in the query, less the farther they are.
float Ranker::pair(const UnitEvidence& a, const UnitEvidence& b, uint32_t distance) const {
  float best = 0;
  for (uint32_t i = a.begin, k = b.begin; i < a.end && k < b.end;) {
    if (in_link(i) || in_link(k)) {
      in_link(i) ? ++i : ++k;
      continue;
    }
    const auto gap = static_cast<int64_t>(evidence_.by_unit[k].position) - evidence_.by_unit[i].position;
    const auto off = static_cast<float>(std::abs(gap - static_cast<int64_t>(distance)));
    const float nearness = gap > 0 ? 1 / (1 + off) : 0.6F / (1 + off);
    best = std::max(best, off > 12 ? 0 : nearness);
    gap > 0 ? ++i : ++k;
  }
  return best;
}

float Ranker::proximity() const {
  float sum = 0;
  size_t last = units_.size();
  for (size_t u = 0; u < units_.size(); ++u) {
    if (units_[u].idf == 0) continue;
    if (last < u && evidence_.units[u].factor > 0 && evidence_.units[last].factor > 0 &&
        units_[u].position > units_[last].position) {
      const bool run = units_[u].cjk && units_[last].cjk && units_[u].position == units_[last].position + 1;
      const float strength =
          (run ? by_length(kRunWeight, kRunWeightLong) : by_length(kProximityWeight, kProximityWeightLong)) *
          std::min(weight(units_[u]), weight(units_[last]));
      sum += strength *
             pair(evidence_.units[last], evidence_.units[u], units_[u].position - units_[last].position);
    }
    last = u;
  }
  return sum;
}

float Ranker::exactness() const {
  float sum = 0;
  for (size_t u = 0; u < units_.size(); ++u) {
    switch (evidence_.units[u].exact) {
      case ForwardView::Exact::no:
        break;
      case ForwardView::Exact::somewhere:
        break;
      case ForwardView::Exact::prominent:
        sum += kExactProminentWeight * weight(units_[u]);
        break;
    }
  }
  return sum;
}

// The section that has the most of the query, its heading counting double.
float Ranker::best_section(uint32_t& section) const {
  thread_local std::vector<float> scores;
  scores.clear();
  for (size_t u = 0; u < units_.size(); ++u) {
    if (units_[u].weak && !units_[u].cjk) continue;  // where "how" or "in" stands says nothing
    const UnitEvidence& found = evidence_.units[u];
    uint32_t last_section = UINT32_MAX;
    float frequency = 0;
    const auto flush = [&] {
      if (last_section == UINT32_MAX) return;
      if (scores.size() <= last_section) scores.resize(last_section + 1);
      scores[last_section] += weight(units_[u]) * found.factor * frequency / (frequency + 1);
    };
    for (uint32_t i = found.begin; i < found.end; ++i) {
      const ZoneStart& zone = evidence_.zones[evidence_.by_unit[i].zone];
      if (zone.zone != Zone::heading && zone.zone != Zone::body && zone.zone != Zone::link) continue;
      if (zone.section != last_section) {
        flush();
        last_section = zone.section;
        frequency = 0;
      }
      frequency += zone.zone == Zone::heading ? 2.0F : zone.zone == Zone::body ? 1.0F : 0.3F;
    }
    flush();
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best == scores.end()) return 0;
  section = static_cast<uint32_t>(best - scores.begin());
  return *best;
}

// What speaks for a document whatever the query is: a factor around 1.
float Ranker::signals() const {
  float factor = 1;
  const auto signal = [&](const char* what, float value) {
    factor *= value;
    if (value != 1) note(std::string("signal: ") + what, value);
  };
  // The company's own word comes first when all else is equal.
  signal("help article", record_.kind == Kind::help ? 1.04F : 1.0F);
  // Somebody was helped by it.
  signal("accepted answer", record_.solved != 0 ? 1.03F : 1.0F);
  // Other customers found it useful; ten votes say nearly as much as a hundred.
  signal("votes",
         1 + 0.02F * std::clamp(std::log10(1 + static_cast<float>(std::max(record_.votes, 0))), 0.0F, 2.0F));
  // The author's own emphasis.
  signal("weight",
         1 + 0.005F * static_cast<float>(std::clamp(record_.weight, -10, 10)) * (record_.kind == Kind::help));
  // What was checked lately is likelier to be true; after two years it no longer matters.
  const float age = record_.updated == 0 || record_.updated > context_.today
                        ? 730.0F
                        : static_cast<float>(context_.today - record_.updated);
  signal("freshness", record_.updated == 0 ? 1.0F : 1 + 0.03F * std::max(0.0F, 1 - age / 730));
  return factor;
}

// A query without CJK characters and without a language is hardly for a text that is written in them.
float Ranker::language() const {
  if (!context_.lang.empty() || !context_.latin_query) return 1;
  const std::string& lang = context_.index.names().languages[record_.language];
  const bool cjk = lang.starts_with("ko") || lang.starts_with("ja") || lang.starts_with("zh");
  return cjk ? 0.6F : 1.0F;
}

DocumentScore Ranker::run() {
  DocumentScore out;
  float score = words();
  const auto add = [&](const char* what, float value) {
    score += value;
    note(what, value);
  };
  bool full_title = false;
  add("title", by_length(kTitleWeight, kTitleWeightLong) * title(full_title));
  add("nearness", proximity());
  add("exact spelling", exactness());
  add("best section", kSectionWeight * best_section(out.section));
  const float covered = coverage();
  const float floor = by_length(kCoverageFloor, kCoverageFloorLong);
  const float factor = floor + (1 - floor) * covered;
  note("coverage (factor)", factor);
  score *= factor;
  if (full_title) {
    score *= kFullTitleFactor;
    note("the whole title (factor)", kFullTitleFactor);
  }
  score *= signals();
  if (language() != 1) note("language (factor)", language());
  out.score = score * language();
  return out;
}

}  // namespace

DocumentScore rank_document(const RankingContext& context, uint32_t number, const Evidence& evidence,
                            std::vector<Contribution>* explanation) {
  return Ranker(context, number, evidence, explanation).run();
}

}  // namespace signpost
