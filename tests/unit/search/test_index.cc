#include "test_index.h"

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "index/encode.h"
#include "index/merge.h"
#include "index/shard_writer.h"

namespace signpost {
namespace {

std::string row(const std::string& what, double value, const std::string& why) {
  char line[160];
  std::snprintf(line, sizeof line, "\n    %-28s %9.4f  ", what.c_str(), value);
  return line + why;
}

std::string explained(const std::string& role, const std::string& id, const std::vector<Hit>& hits) {
  for (size_t i = 0; i < hits.size(); ++i) {
    if (hits[i].id != id) continue;
    std::string out = "\n  " + role + ": " + id + ", hit " + std::to_string(i + 1);
    for (const Contribution& part : hits[i].explanation) out += row(part.what, part.value, part.signals);
    return out + row("score", hits[i].score, hits[i].title);
  }
  return "\n  " + role + ": " + id + ", which is not found";
}

}  // namespace

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
  for (Section& section : d.sections) section.blocks = whole_text(section.text, BlockKind::paragraph);
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

SearchResponse TestIndex::search(const std::string& query) const { return searcher_->search(in("", query)); }

std::vector<std::string> TestIndex::ids(const std::string& query, const std::string& lang) const {
  std::vector<std::string> out;
  for (const Hit& hit : searcher_->search(in(lang, query)).hits) out.push_back(hit.id);
  return out;
}

SearchRequest in(const std::string& lang, const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.lang = lang;
  return request;
}

std::string difference(const TestIndex& index, const SearchRequest& request,
                       const std::vector<std::string>& ids) {
  SearchRequest explaining = request;
  explaining.per_page = 50;
  explaining.explain = true;
  const SearchResponse response = index.searcher().search(explaining);
  const std::vector<Hit>& hits = response.hits;
  for (size_t i = 0; i < ids.size(); ++i) {
    if (i < hits.size() && hits[i].id == ids[i]) continue;
    std::string out = "at " + std::to_string(i + 1);
    if (response.query.corrected) out += ", corrected to \"" + *response.query.corrected + "\"";
    out += i < hits.size() ? explained("there is", hits[i].id, hits) : "\n  there is no hit";
    return out + explained("should be", ids[i], hits);
  }
  return "";
}

void PrintTo(const TestIndex& index, std::ostream* out) {
  *out << "an index of " << index.searcher().document_count() << " documents";
}

std::string bracketed(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.match ? "[" + run.text + "]" : run.text;
  return out;
}

}  // namespace signpost
