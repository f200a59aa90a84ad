// published.cc - looks for every address of the generation among those that the source would give.
#include "indexer/check/published.h"

#include <unordered_map>
#include <unordered_set>

#include "base/percent.h"
#include "content/rules.h"
#include "index/schema.h"

namespace signpost {
namespace {

class PublishedCheck {
 public:
  PublishedCheck(const PublishedPages& published, const Corpus& corpus, const CorpusFacts& facts,
                 const Site& site)
      : published_(published), corpus_(corpus), facts_(facts) {
    for (const Redirect& redirect : site.redirects) addresses_.insert(redirect.from);
    for (size_t i = 0; i < facts.size(); ++i) {
      if (!facts[i]) continue;
      const SourceInfo& info = corpus.documents[i].info;
      documents_[key(info.kind, info.lang, info.id)] = i;
      any_language_.emplace(key(info.kind, "", info.id), i);
      addresses_.insert(percent_decode(page_path(info)));
      for (const std::string& alias : facts[i]->aliases) {
        addresses_.insert(percent_decode(alias));
      }
    }
  }

  std::vector<Diagnostic> run() {
    for (const PublishedPage& page : published_.pages) {
      const std::string url = page_path(page.kind, page.lang, page.id);
      if (const auto found = documents_.find(key(page.kind, page.lang, page.id)); found != documents_.end()) {
        check_headings(page, found->second);
      } else if (any_language_.count(key(page.kind, "", page.id)) == 0 && !has_address(url)) {
        report("gone-page", page.source_path,
               "the page " + url +
                   " was published and is gone; put its address among the `aliases` of the "
                   "page that stands for it");
      }
    }
    for (const auto& [path, page] : published_.aliases) check_alias(path, published_.pages[page]);
    return std::move(diagnostics_);
  }

 private:
  static std::string key(Kind kind, const std::string& lang, const std::string& id) {
    return std::string(to_string(kind)) + '/' + lang + '/' + id;
  }

  bool has_address(const std::string& url) const { return addresses_.count(percent_decode(url)) != 0; }

  void report(const char* rule, const std::string& path, const std::string& message) {
    diagnostics_.push_back({find_rule(rule)->severity, path, 0, 0, rule, message});
  }

  void check_headings(const PublishedPage& page, size_t document) {
    const std::vector<uint64_t>& anchors = facts_[document]->anchors;
    const std::unordered_set<uint64_t> present(anchors.begin(), anchors.end());
    for (const PublishedAnchor& anchor : page.anchors) {
      if (present.count(hash_anchor(anchor.anchor)) != 0) continue;
      const std::string what = anchor.heading.empty() ? "the place" : "the heading '" + anchor.heading + "',";
      report("gone-heading", corpus_.documents[document].info.path,
             what + " #" + anchor.anchor +
                 " was published and is gone; give the heading that stands for it {#" + anchor.anchor +
                 "}, or put <a id=\"" + anchor.anchor + "\"></a> there");
    }
  }

  void check_alias(const std::string& path, const PublishedPage& page) {
    if (has_address(path)) return;
    const auto now = any_language_.find(key(page.kind, "", page.id));
    report("gone-page",
           now == any_language_.end() ? page.source_path : corpus_.documents[now->second].info.path,
           "the old address " + path +
               " was published and leads nowhere now; put it back among the `aliases` of "
               "the page that stands for it");
  }

  const PublishedPages& published_;
  const Corpus& corpus_;
  const CorpusFacts& facts_;
  std::unordered_map<std::string, size_t> documents_;
  std::unordered_map<std::string, size_t> any_language_;
  std::unordered_set<std::string> addresses_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_published(const PublishedPages& published, const Corpus& corpus,
                                        const CorpusFacts& facts, const Site& site) {
  return PublishedCheck(published, corpus, facts, site).run();
}

}  // namespace signpost
