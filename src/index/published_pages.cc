// published_pages.cc - headings come from what hits show; other ids from the page itself, where an id
// attribute can't be confused with text, because all text is escaped.
#include "index/published_pages.h"

#include <string_view>

#include "index/snapshot.h"
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
  PublishedPage page{meta.kind, meta.lang, meta.id, body.source_path, {}, body.aliases};
  for (const StoredSection& section : meta.sections) {
    if (!section.anchor.empty()) page.anchors.push_back({section.anchor, section.heading});
  }
  add_ids(body.html, page);
  for (const Post& post : body.posts) add_ids(post.html, page);
  return page;
}

}  // namespace

PublishedPages read_published_pages(const std::string& generation_dir) {
  const Snapshot files(generation_dir);
  PublishedPages published;
  for (const DocRecord& record : files.records()) {
    published.pages.push_back(page_of(decode_meta(files.stores().read_meta(record)),
                                      decode_body(files.stores().read_body(record))));
  }
  for (const auto& [path, number] : files.names().aliases) published.aliases.emplace(path, number - 1);
  return published;
}

}  // namespace signpost
