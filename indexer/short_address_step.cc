// short_address_step.cc - see short_address_step.h.
#include "indexer/short_address_step.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file_digest.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "index/short_addresses.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// "install" of "/en/articles/install" and "/articles/install#anchor"; nullopt of the address of anything
// else.
std::optional<std::string_view> article_of_path(std::string_view path) {
  constexpr std::string_view kFolder = "/articles/";
  path = path.substr(0, path.find('#'));
  const size_t at = path.find(kFolder);
  if (at == std::string_view::npos || path.substr(0, at).find('/', 1) != std::string_view::npos)
    return std::nullopt;
  path.remove_prefix(at + kFolder.size());
  if (path.empty() || path.find('/') != std::string_view::npos) return std::nullopt;
  return path;
}

class WantedAddresses {
 public:
  WantedAddresses(const Corpus& corpus, const CorpusFacts& facts) : corpus_(corpus), facts_(facts) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < facts.size(); ++i) {
      if (!facts[i]) continue;
      ++number;
      const SourceInfo& info = corpus.documents[i].info;
      if (info.kind != Kind::help) continue;
      documents_.emplace_back(i, number);
      by_id_[info.id].push_back(documents_.size() - 1);
    }
  }

  std::vector<ShortAddress> collect(const Site& site) {
    for (size_t i = 0; i < documents_.size(); ++i) add(info(i).id, i);
    for (size_t i = 0; i < documents_.size(); ++i) {
      for (const std::string& alias : facts_[documents_[i].first]->aliases) add_former(alias, i);
    }
    for (const Redirect& redirect : site.redirects) {
      const auto to = redirect.to.starts_with('/')
                          ? article_of_path(redirect.to)
                          : std::string_view(redirect.to).substr(0, redirect.to.find('#'));
      const auto found = to ? by_id_.find(std::string(*to)) : by_id_.end();
      if (found == by_id_.end()) continue;
      for (const size_t document : found->second) add_former(redirect.from, document);
    }
    return std::move(wanted_);
  }

 private:
  const SourceInfo& info(size_t document) const { return corpus_.documents[documents_[document].first].info; }

  void add(std::string_view id, size_t document) {
    const auto& [place, number] = documents_[document];
    const uint64_t article = short_article(id);
    wanted_.push_back({.article = article, .place = 0, .code = 0, .document = number});
    wanted_.push_back(
        {.article = article, .place = short_whole(info(document).lang), .code = 0, .document = number});
    const DocumentFacts& facts = *facts_[place];
    for (uint32_t i = 0; i < std::min<size_t>(facts.headings, facts.anchors.size()); ++i) {
      wanted_.push_back({.article = article,
                         .place = short_section(info(document).lang, facts.anchors[i]),
                         .code = 0,
                         .document = number});
    }
  }

  // Unless another has this address now.
  void add_former(std::string_view address, size_t document) {
    const auto id = article_of_path(address);
    if (id && by_id_.count(std::string(*id)) == 0) add(*id, document);
  }

  const Corpus& corpus_;
  const CorpusFacts& facts_;
  std::vector<std::pair<uint32_t, uint32_t>> documents_;        // of articles: place in the corpus, number
  std::unordered_map<std::string, std::vector<size_t>> by_id_;  // index of documents_
  std::vector<ShortAddress> wanted_;
};

std::vector<ShortAddress> given_out_in(const std::string& generation) {
  try {
    if (generation.empty()) return {};
    // One that is being made has no manifest yet, and is our own.
    if (fs::exists(generation + "/" + kManifestName)) {
      const std::vector<ManifestFile> listed = read_manifest(generation).files;  // none of another version's
      const auto file = std::find_if(listed.begin(), listed.end(),
                                     [](const ManifestFile& one) { return one.path == files::kShort; });
      if (file == listed.end()) return {};
      const std::vector<FileDigest> digests = digest_files({generation + "/" + files::kShort});
      if (digests.front().sha256 != file->sha256) return {};
    }
    return load_short_addresses(generation).all();
  } catch (const Error&) {
    return {};  // it is damaged
  }
}

// Ascending by code, each code and each place once.
std::vector<ShortAddress> given_out(const std::vector<std::string>& generations) {
  std::map<uint32_t, ShortAddress> by_code;
  std::set<std::pair<uint64_t, uint64_t>> places;
  for (const std::string& generation : generations) {
    std::vector<std::pair<uint64_t, uint64_t>> found;
    for (const ShortAddress& one : given_out_in(generation)) {
      if (places.contains({one.article, one.place})) continue;
      if (by_code.emplace(one.code, one).second) found.emplace_back(one.article, one.place);
    }
    places.insert(found.begin(), found.end());
  }
  std::vector<ShortAddress> all;
  all.reserve(by_code.size());
  for (const auto& [code, one] : by_code) all.push_back(one);
  return all;
}

}  // namespace

void add_short_addresses(const Corpus& corpus, const CorpusFacts& facts, const Site& site,
                         const std::vector<std::string>& before, const std::string& generation_dir) {
  std::vector<ShortAddress> wanted = WantedAddresses(corpus, facts).collect(site);
  if (wanted.empty()) return;
  write_short_addresses(generation_dir,
                        ShortAddresses(settle_short_addresses(std::move(wanted), given_out(before))));
}

}  // namespace signpost
