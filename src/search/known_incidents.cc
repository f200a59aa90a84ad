// known_incidents.cc - see known_incidents.h.
#include "search/known_incidents.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "index/analyzer.h"
#include "search/edit_cost.h"
#include "search/function_words.h"
#include "search/general_words.h"

namespace signpost {
namespace {

constexpr size_t kMostQuestionBytes = 512;  // of a text, as of a search
constexpr size_t kLettersForTypo = 5;

// A word, or a pair of characters of Chinese, Japanese or Korean.
struct IncidentWord {
  std::string term;
  std::string surface;  // of a word, folded; "" of a pair
};

class IncidentWordSink : public TokenSink {
 public:
  void token(const Token& t) override {
    if (t.kind == TokenKind::word) words.push_back({std::string(t.term), std::string(t.surface)});
    if (t.kind == TokenKind::bigram) words.push_back({std::string(t.term), ""});
  }
  std::vector<IncidentWord> words;
};

std::vector<IncidentWord> words_of(std::string_view text, const std::string& lang) {
  IncidentWordSink sink;
  thread_analyzer(lang).analyze(text, 0, sink);
  return std::move(sink.words);
}

bool is_meant(const IncidentWord& typed, const IncidentWord& wanted, const std::string& lang,
              const GeneralWords& words) {
  if (typed.term == wanted.term) return true;
  if (wanted.surface.empty() || typed.surface.empty()) return false;
  if (count_code_points(wanted.surface) < kLettersForTypo) return false;
  return !words.has(lang, typed.surface) && (EditCost(typed.surface).to(wanted.surface, kEdit) <= kEdit ||
                                             EditCost(typed.term).to(wanted.term, kEdit) <= kEdit);
}

bool is_over(const Incident& incident) { return incident.status == IncidentStatus::resolved; }

}  // namespace

struct KnownIncidents::Pattern {
  std::string lang;
  std::vector<IncidentWord> words;
};

std::string_view to_string(Concern concern) {
  constexpr std::string_view kNames[] = {"query", "component", "everything"};
  return kNames[static_cast<size_t>(concern)];
}

KnownIncidents::KnownIncidents(const std::vector<Incident>& incidents, const GeneralWords& words)
    : incidents_(incidents), words_(words), patterns_(incidents.size()) {
  for (size_t i = 0; i < incidents.size(); ++i) {
    for (const IncidentQuery& query : incidents[i].queries) {
      Pattern pattern{query.lang, words_of(query.text, query.lang)};
      const auto says_little = [&](const IncidentWord& word) {
        return !word.surface.empty() && is_function_word(word.surface, query.lang);
      };
      if (!std::all_of(pattern.words.begin(), pattern.words.end(), says_little))
        std::erase_if(pattern.words, says_little);
      if (!pattern.words.empty()) patterns_[i].push_back(std::move(pattern));
    }
    moments_.push_back(incidents[i].started.seconds);
    if (const auto end = shown_until(incidents[i])) moments_.push_back(*end);
  }
  std::sort(moments_.begin(), moments_.end());
}

KnownIncidents::~KnownIncidents() = default;

std::vector<const Incident*> KnownIncidents::known(int64_t now) const {
  std::vector<const Incident*> found;
  for (const Incident& incident : incidents_) {
    if (is_known(incident, now)) found.push_back(&incident);
  }
  return found;
}

std::vector<const Incident*> KnownIncidents::active(int64_t now) const {
  std::vector<const Incident*> found = known(now);
  std::erase_if(found, [now](const Incident* incident) { return !is_active(*incident, now); });
  std::stable_partition(found.begin(), found.end(), [](const Incident* one) { return !is_over(*one); });
  return found;
}

const Incident* KnownIncidents::find(std::string_view id, int64_t now) const {
  for (const Incident& incident : incidents_) {
    if (incident.id == id && is_known(incident, now)) return &incident;
  }
  return nullptr;
}

bool KnownIncidents::asks_about(size_t incident, std::string_view text) const {
  std::map<std::string_view, std::vector<IncidentWord>> typed;  // by language
  for (const Pattern& pattern : patterns_[incident]) {
    const auto [found, is_new] = typed.try_emplace(pattern.lang);
    if (is_new) found->second = words_of(text, pattern.lang);
    const std::vector<IncidentWord>& words = found->second;
    const bool all = std::all_of(pattern.words.begin(), pattern.words.end(), [&](const IncidentWord& wanted) {
      return std::any_of(words.begin(), words.end(), [&](const IncidentWord& word) {
        return is_meant(word, wanted, pattern.lang, words_);
      });
    });
    if (all) return true;
  }
  return false;
}

std::vector<ConcerningIncident> KnownIncidents::concerning(const IncidentQuestion& question) const {
  std::vector<ConcerningIncident> found;
  std::string text(question.text.substr(0, whole_characters(question.text, kMostQuestionBytes)));
  scrub_utf8(text);
  for (size_t i = 0; i < incidents_.size(); ++i) {
    const Incident& incident = incidents_[i];
    if (!is_active(incident, question.now)) continue;
    const bool is_about =
        std::find(question.about.begin(), question.about.end(), incident.component) != question.about.end();
    if (!is_blank(text) && asks_about(i, text)) {
      found.push_back({&incident, Concern::query});
    } else if (incident.component.empty()) {
      found.push_back({&incident, Concern::everything});
    } else if (is_about) {
      found.push_back({&incident, Concern::component});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const ConcerningIncident& a, const ConcerningIncident& b) {
    return std::pair(a.concern, is_over(*a.incident)) < std::pair(b.concern, is_over(*b.incident));
  });
  return found;
}

size_t KnownIncidents::phase(int64_t now) const {
  return static_cast<size_t>(std::upper_bound(moments_.begin(), moments_.end(), now) - moments_.begin());
}

}  // namespace signpost
