// site_rules.cc - articles in their languages, and the links between them.
#include "indexer/check/site_rules.h"

#include <algorithm>
#include <map>
#include <string>

#include "content/markdown_names.h"
#include "content/rules.h"
#include "content/translation_age.h"
#include "indexer/check/translation_structure.h"
#include "indexer/front_matter_place.h"

namespace signpost {
namespace {

class SiteRules {
 public:
  SiteRules(const Corpus& corpus, const CorpusFacts& facts, const Site& site)
      : corpus_(corpus), facts_(facts), site_(site), places_(corpus.source) {}

  std::vector<Diagnostic> run() {
    check_translations();
    check_orphans();
    return std::move(diagnostics_);
  }

 private:
  const SourceInfo& info(size_t document) const { return corpus_.documents[document].info; }

  void report(const char* rule, const std::string& path, Place place, const std::string& message,
              const std::string& target = {}) {
    diagnostics_.push_back(
        {find_rule(rule)->severity, path, place.line, place.column, rule, message, target});
  }

  // An article in the site's default language is the source of those with its id in other languages.
  void check_translations() {
    if (site_.languages.size() < 2) return;
    std::map<std::string, std::map<std::string, size_t>> articles;  // id -> language -> document
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (facts_[i] && info(i).kind == Kind::help) articles[info(i).id][info(i).lang] = i;
    }
    for (const auto& entry : articles) {
      const std::map<std::string, size_t>& languages = entry.second;
      const auto source = languages.find(site_.default_language);
      if (source == languages.end()) continue;
      note_missing(source->second, languages);
      for (const auto& [language, document] : languages) {
        if (document == source->second) continue;
        check_age(source->second, document);
        check_structure(source->second, document);
      }
    }
  }

  void note_missing(size_t source, const std::map<std::string, size_t>& languages) {
    std::string missing;
    for (const Language& language : site_.languages) {
      if (languages.count(language.code) != 0) continue;
      missing += (missing.empty() ? "" : ", ") + language.code;
    }
    if (!missing.empty())
      report("translation-missing", info(source).path, {}, "is not translated: " + missing);
  }

  void check_age(size_t source, size_t translation) {
    const std::string& newer = facts_[source]->updated;
    const std::string& older = facts_[translation]->updated;
    if (!is_outdated_translation(older, newer)) return;
    const std::string& path = info(translation).path;
    report("translation-outdated", path, places_.find(path, "updated", older),
           "is of " + older + ", and its source " + info(source).path + " of " + newer, info(source).path);
  }

  void check_structure(size_t source, size_t translation) {
    const auto& wanted = facts_[source]->blocks;
    const auto& found = facts_[translation]->blocks;
    if (!wanted || !found) return;
    const std::string& original = info(source).path;
    const auto read_source = [&]() -> std::string_view {
      if (original != source_path_) {
        source_path_ = original;
        source_bytes_ = corpus_.source->read_file(original, kMaxMarkdownBytes).bytes;
      }
      return source_bytes_;
    };
    const auto gap = compare_structure(*wanted, *found, original, read_source);
    if (!gap) return;
    report("translation-structure", info(translation).path, {gap->line, 0}, gap->message, original);
  }

  void check_orphans() {
    std::vector<bool> linked(facts_.size());
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i]) continue;
      for (const LinkFact& link : facts_[i]->links) {
        if (link.target != i) linked[link.target] = true;
      }
    }
    for (size_t i = 0; i < facts_.size(); ++i) {
      if (!facts_[i] || linked[i] || info(i).kind != Kind::help || is_named(info(i))) continue;
      report("orphan", info(i).path, {}, "no other page links to it");
    }
  }

  // On the home page, first for a query, or the page of a folder.
  bool is_named(const SourceInfo& article) const {
    const std::vector<std::string>& popular = site_.popular;
    if (std::find(popular.begin(), popular.end(), article.id) != popular.end()) return true;
    const auto is_bet = [&](const BestBet& bet) { return bet.id == article.id; };
    if (std::any_of(site_.best_bets.begin(), site_.best_bets.end(), is_bet)) return true;
    return is_folder_page(article.path);
  }

  const Corpus& corpus_;
  const CorpusFacts& facts_;
  const Site& site_;
  FrontMatterPlaces places_;
  std::string source_path_;   // of the article that was read last,
  std::string source_bytes_;  // and what stands there
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_site(const Corpus& corpus, const CorpusFacts& facts, const Site& site) {
  return SiteRules(corpus, facts, site).run();
}

}  // namespace signpost
