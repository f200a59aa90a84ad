// open_complaints.cc - see open_complaints.h.
#include "indexer/check/open_complaints.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "base/json_limits.h"
#include "indexer/counts.h"

namespace signpost {
namespace {

constexpr JsonLimits kComplaintLimits{kMaxComplaintBytes, 4, 4'000'000};
constexpr size_t kMostNamed = 5;

using OfArticle = std::vector<const OpenComplaint*>;

bool is_named(const OfArticle& complaints, const CheckedChange& change) {
  return std::any_of(complaints.begin(), complaints.end(), [&](const OpenComplaint* complaint) {
    return std::any_of(change.verdicts.begin(), change.verdicts.end(),
                       [&](const ComplaintVerdict& verdict) { return verdict.item == complaint->item; });
  });
}

int line_of(const OpenComplaint& complaint, const DocumentFacts& facts) {
  if (complaint.anchor.empty() || !facts.blocks) return 1;
  const uint64_t anchor = hash_anchor(complaint.anchor);
  const auto heading = std::find_if(facts.blocks->begin(), facts.blocks->end(),
                                    [&](const BlockFact& block) { return block.anchor == anchor; });
  return heading == facts.blocks->end() ? 1 : static_cast<int>(heading->line);
}

std::string message_of(const OfArticle& complaints, const std::string& since) {
  std::string items;
  for (size_t i = 0; i < std::min(complaints.size(), kMostNamed); ++i)
    items += (i == 0 ? "" : ", ") + complaints[i]->item;
  if (complaints.size() > kMostNamed) items += " ...";
  const bool one = complaints.size() == 1;
  return counted(complaints.size(), "complaint of readers is", "complaints of readers are") + " open (" +
         items + "), and no commit since " + since + " ends " + (one ? "it" : "one of them") +
         ": 'Fixes-Feedback: " + complaints.front()->item +
         "' or 'Wontfix-Feedback: " + complaints.front()->item + " why'";
}

}  // namespace

std::vector<OpenComplaint> parse_open_complaints(std::string_view text, const std::string& path) {
  try {
    check_json(text, kComplaintLimits);
    const nlohmann::json json = nlohmann::json::parse(text);
    if (!json.is_array()) throw Error(ErrorKind::usage, "it is no list");
    std::vector<OpenComplaint> complaints;
    for (const nlohmann::json& one : json) {
      if (one.at("state").get<std::string>() != "open") continue;
      complaints.push_back({.item = one.at("item").get<std::string>(),
                            .id = one.at("id").get<std::string>(),
                            .lang = one.at("lang").get<std::string>(),
                            .anchor = one.at("anchor").get<std::string>(),
                            .readers = one.at("readers").get<int64_t>()});
    }
    return complaints;
  } catch (const std::exception& error) {
    throw Error(ErrorKind::usage,
                path + " is not what 'signpost-desk complaints --format json' prints: " + error.what());
  }
}

std::vector<Diagnostic> check_open_complaints(const std::vector<OpenComplaint>& complaints,
                                              const CheckedChange& change, int most, const Corpus& corpus,
                                              const CorpusFacts& facts) {
  std::map<std::pair<std::string_view, std::string_view>, OfArticle> by_article;
  for (const OpenComplaint& complaint : complaints)
    by_article[{complaint.id, complaint.lang}].push_back(&complaint);
  std::vector<Diagnostic> found;
  for (size_t i = 0; i < corpus.documents.size(); ++i) {
    const SourceDocument& document = corpus.documents[i];
    const auto article = by_article.find({document.info.id, document.info.lang});
    if (article == by_article.end() || !facts[i] || !change.files.contains(document.info.path)) continue;
    OfArticle& its = article->second;
    if (its.size() <= static_cast<size_t>(most) || is_named(its, change)) continue;
    std::stable_sort(its.begin(), its.end(),
                     [](const OpenComplaint* a, const OpenComplaint* b) { return a->readers > b->readers; });
    found.push_back({Severity::warning, document.info.path, line_of(*its.front(), *facts[i]), 1,
                     "open-complaints", message_of(its, change.since)});
  }
  return found;
}

}  // namespace signpost
