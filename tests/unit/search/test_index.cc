#include "test_index.h"

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>

#include "index/encode.h"
#include "index/index_writer.h"

namespace signpost {

Document make_document(const std::string& id, const std::string& title,
                       const std::vector<std::string>& sections, const std::string& lang) {
  Document d;
  d.id = id;
  d.lang = lang;
  d.title = title;
  d.source_path = id + ".md";
  d.sections.push_back({"", "", 0, {}, sections.empty() ? "" : sections[0], {}});
  for (size_t i = 1; i < sections.size(); ++i) {
    const size_t colon = sections[i].find(": ");
    const std::string heading = sections[i].substr(0, colon);
    d.sections.push_back({"s" + std::to_string(i), heading, 2, {heading}, sections[i].substr(colon + 2), {}});
  }
  d.html = "<p>" + title + "</p>";
  d.markdown = title;
  return d;
}

Site three_languages() {
  Site site;
  site.languages = {{"en", "English"}, {"ko", "한국어"}, {"ja", "日本語"}};
  site.categories = {{"start", {{"en", "Getting started"}, {"ko", "시작하기"}}, {}, "rocket"},
                     {"account", {{"en", "Account"}}, {}, ""}};
  return site;
}

TestIndex::TestIndex(const std::vector<Document>& documents, const Site& site, size_t shards) {
  char pattern[] = "/tmp/signpost-test-XXXXXX";
  if (mkdtemp(pattern) == nullptr) throw std::runtime_error("cannot make a directory for the test");
  root_ = pattern;
  dir_ = root_ + "/generation";
  std::filesystem::create_directory(dir_);
  std::vector<std::string> shard_dirs;
  for (size_t s = 0; s < shards; ++s) {
    shard_dirs.push_back(root_ + "/shard" + std::to_string(s));
    ShardWriter writer(shard_dirs.back());
    for (size_t i = s * documents.size() / shards; i < (s + 1) * documents.size() / shards; ++i) {
      writer.add(encode_document(documents[i]));
    }
    writer.finish();
  }
  merge_shards(shard_dirs, site, dir_);
  searcher_ = std::make_unique<Searcher>(dir_);
}

TestIndex::~TestIndex() {
  searcher_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(root_, ignored);
}

SearchResponse TestIndex::search(const std::string& query) const {
  SearchRequest request;
  request.text = query;
  return searcher_->search(request);
}

std::vector<std::string> TestIndex::ids(const std::string& query, const std::string& lang) const {
  SearchRequest request;
  request.text = query;
  request.lang = lang;
  std::vector<std::string> out;
  for (const Hit& hit : searcher_->search(request).hits) out.push_back(hit.id);
  return out;
}

std::string bracketed(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.match ? "[" + run.text + "]" : run.text;
  return out;
}

}  // namespace signpost
