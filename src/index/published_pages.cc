// published_pages.cc - headings come from what hits show; other ids from the page itself, where an id
// attribute can't be confused with text, because all text is escaped.
#include "index/published_pages.h"

#include <cstring>
#include <string_view>

#include "content/error.h"
#include "index/file_io.h"
#include "index/names.h"
#include "index/schema.h"
#include "index/segments.h"
#include "index/store_files.h"
#include "index/stored_document.h"

namespace signpost {
namespace {

constexpr std::string_view kIdAttribute = " id=\"";

bool is_of_footnote(std::string_view id) {
  return id.find("fn-") != std::string_view::npos || id.find("fnref-") != std::string_view::npos;
}

void add_ids(std::string_view html, PublishedPage& page) {
  for (size_t at = html.find(kIdAttribute); at != std::string_view::npos; at = html.find(kIdAttribute, at)) {
    at += kIdAttribute.size();
    const std::string_view id = html.substr(at, html.find('"', at) - at);
    bool known = is_of_footnote(id);
    for (const PublishedAnchor& anchor : page.anchors) known = known || anchor.anchor == id;
    if (!known) page.anchors.push_back({std::string(id), ""});
  }
}

PublishedPage page_of(const StoredMeta& meta, const Document& body) {
  PublishedPage page{meta.kind, meta.lang, meta.id, body.source_path, {}};
  for (const StoredSection& section : meta.sections) {
    if (!section.anchor.empty()) page.anchors.push_back({section.anchor, section.heading});
  }
  add_ids(body.html, page);
  for (const Post& post : body.posts) add_ids(post.html, page);
  return page;
}

}  // namespace

PublishedPages read_published_pages(const std::string& generation_dir) {
  const std::string records = read_file(generation_dir + "/" + files::kDocuments);
  if (records.size() % sizeof(DocRecord) != 0) throw Error(ErrorKind::corrupt, "docs.bin has the wrong size");
  const StoreFiles stores(generation_dir,
                          decode_segments(read_file(generation_dir + "/" + files::kSegments)));
  PublishedPages published;
  for (size_t at = 0; at < records.size(); at += sizeof(DocRecord)) {
    DocRecord record;
    std::memcpy(static_cast<void*>(&record), records.data() + at, sizeof record);
    published.pages.push_back(
        page_of(decode_meta(stores.read_meta(record)), decode_body(stores.read_body(record))));
  }
  const Names names = decode_names(read_file(generation_dir + "/" + files::kNames));
  for (const auto& [path, number] : names.aliases) {
    if (number > 0 && number <= published.pages.size()) published.aliases.emplace(path, number - 1);
  }
  return published;
}

}  // namespace signpost
