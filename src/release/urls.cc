// urls.cc - see urls.h.
#include "release/urls.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/percent.h"
#include "base/printable.h"
#include "release/opened_generation.h"

namespace signpost {
namespace {

constexpr std::string_view kFilesFolder = "files/";

}  // namespace

std::vector<PublicUrl> public_urls(const Searcher& searcher) {
  std::map<std::string, PublicUrl> urls;
  const auto page = [&](const std::string& url) { urls.emplace(url, PublicUrl{url, 200, ""}); };
  const Site& site = searcher.site();
  page("/");
  for (const Language& language : site.languages) {
    const std::string folder = "/" + encode_path(language.code) + "/";
    if (language.code != site.default_language) page(folder);
    for (const CategoryInfo& category : searcher.categories(language.code)) {
      page(folder + "categories/" + encode_path(category.id));
    }
  }
  for (const ArticleRef& article : searcher.all_articles()) page(article.url);
  for (const OldUrl& old : searcher.old_urls()) {
    const std::string url = encode_path(old.path);
    urls.emplace(url, PublicUrl{url, 301, old.target});
  }
  std::vector<PublicUrl> out;
  out.reserve(urls.size());
  for (auto& [url, entry] : urls) out.push_back(std::move(entry));
  return out;
}

std::vector<PublicUrl> file_urls(const std::vector<ManifestFile>& files) {
  std::vector<PublicUrl> out;
  for (const ManifestFile& file : files) {
    if (file.path.starts_with(kFilesFolder)) out.push_back({"/" + encode_path(file.path), 200, ""});
  }
  std::sort(out.begin(), out.end(), [](const PublicUrl& a, const PublicUrl& b) { return a.url < b.url; });
  return out;
}

int run_urls(const UrlsOptions& options, std::ostream& out) {
  const HeldSignals signals;
  const OpenedGeneration opened(options.index, signals);
  std::vector<PublicUrl> urls = public_urls(opened.searcher());
  if (options.files) {
    for (PublicUrl& file : file_urls(opened.files())) urls.push_back(std::move(file));
  }
  if (options.format == UrlFormat::json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const PublicUrl& url : urls) {
      list.push_back({{"url", url.url}, {"status", url.status}});
      if (url.status != 200) list.back()["target"] = url.target;
    }
    out << printable_json(nlohmann::ordered_json{{"urls", list}}.dump(
               2, ' ', false, nlohmann::ordered_json::error_handler_t::replace))
        << "\n";
    return 0;
  }
  for (const PublicUrl& url : urls) {
    out << url.status << ' ' << printable(url.url) << (url.target.empty() ? "" : " ") << printable(url.target)
        << "\n";
  }
  return 0;
}

}  // namespace signpost
