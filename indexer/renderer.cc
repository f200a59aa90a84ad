// renderer.cc - reads the files itself, so that no Markdown passes between processes.
#include "indexer/renderer.h"

#include <algorithm>
#include <unordered_set>

#include "content/article.h"
#include "content/internal_parts.h"
#include "content/parse.h"
#include "content/plain.h"
#include "content/thread.h"
#include "index/encode.h"
#include "indexer/card_image.h"
#include "indexer/corpus_links.h"
#include "indexer/source_folder.h"

namespace signpost {
namespace {

// The same answers, and a note of each question.
LinkResolver noting(const LinkResolver& links, const Corpus& corpus, const std::string& lang,
                    std::unordered_set<uint64_t>& asked) {
  return {[&links, &asked](const std::string& path) {
            asked.insert(hash_path(path));
            return links.page_of(path);
          },
          [&links, &asked](const std::string& path) {
            asked.insert(hash_path(path));
            return links.has_file(path);
          },
          [&corpus, &lang, &asked](const std::string& address) {
            asked.insert(hash_path(address));
            return page_at(corpus, address, lang);
          },
          links.real_path,
          [&links, &asked](const std::string& name) {
            asked.insert(hash_name(name));
            return links.files_named(name);
          },
          links.is_internal};
}

}  // namespace

Renderer::Renderer(const Corpus& corpus, const Site& site)
    : corpus_(corpus), site_(site), links_(make_link_resolver(corpus)) {}

ParsedSource Renderer::parse(uint32_t number, RenderMode mode) const {
  const SourceDocument& source = corpus_.documents.at(number);
  ParsedSource parsed;
  std::vector<Diagnostic> unread;
  for (const std::string& path : source.files) {
    FileBytes file = corpus_.source->read_file(path, kMaxMarkdownBytes);
    if (file.error == 0) {
      parsed.files.push_back({path, std::move(file.bytes)});
      continue;
    }
    unread.push_back(
        {Severity::error, path, 0, 0, "file-read", describe_read_error(file.error) + "; left out"});
    if (parsed.files.empty()) {  // the article itself, or the question
      parsed.result.diagnostics = std::move(unread);
      return parsed;
    }
  }
  std::unordered_set<uint64_t> asked;
  const LinkResolver links = noting(links_, corpus_, source.info.lang, asked);
  parsed.result = mode == RenderMode::plain ? parse_plain(source.info, parsed.files, site_)
                  : source.info.kind == Kind::community
                      ? parse_thread(source.info, parsed.files, site_, links)
                      : parse_article(source.info, parsed.files[0], site_, links);
  parsed.asked.assign(asked.begin(), asked.end());
  std::sort(parsed.asked.begin(), parsed.asked.end());
  std::vector<Diagnostic>& all = parsed.result.diagnostics;
  all.insert(all.begin(), unread.begin(), unread.end());
  if (parsed.result.document) {
    parsed.result.document->internal = source.internal;
    keep_internal_parts(parsed.result);
  }
  return parsed;
}

// What nobody could take out of the source must not be shown to everybody.
void Renderer::keep_internal_parts(ParseResult& result) const {
  if (corpus_.source->readers() != Readers::everybody || !shows_internal_part(*result.document)) return;
  result.diagnostics.push_back(
      {Severity::error, result.document->source_path, 0, 0, "internal-part",
       "has a part for staff alone that is not written as a quotation beginning with [!STAFF]; left out"});
  result.document.reset();
}

RenderResult Renderer::render(uint32_t number, RenderMode mode) const {
  ParsedSource parsed = parse(number, mode);
  RenderResult result;
  result.diagnostics = std::move(parsed.result.diagnostics);
  if (!parsed.result.document) return result;
  result.indexed = true;
  result.facts = facts_of(*parsed.result.document);
  result.facts.asked = std::move(parsed.asked);
  result.facts.leftovers = std::move(parsed.result.leftovers);
  DrawnCard card;
  if (mode == RenderMode::markdown) card = card_of(*parsed.result.document);
  result.facts.lacks_font = std::move(card.lacks_font);
  result.encoded = encode_document(*parsed.result.document, card.packed);
  return result;
}

// Of what everybody may read alone: nobody shows a card of the index for staff, since who asks for one to
// announce a link isn't signed in. Where addresses have no beginning, no other site finds it.
DrawnCard Renderer::card_of(const Document& document) const {
  if (!site_.cards || site_.base_url.empty() || document.kind != Kind::help ||
      corpus_.source->readers() != Readers::everybody)
    return {};
  return draw_card({.title = document.title,
                    .site = pick(site_.title, document.lang, site_),
                    .lang = document.lang,
                    .color = site_.brand_color});
}

DocumentFacts Renderer::facts_of(const Document& document) const {
  DocumentFacts facts;
  facts.category = document.fields.one(Field::category);
  facts.products = document.fields[Field::product];
  facts.updated = document.updated;
  facts.aliases = document.aliases;
  for (const Section& section : document.sections) {
    if (!section.anchor.empty()) facts.anchors.push_back(hash_anchor(section.anchor));
    if (!section.text.empty()) facts.sections.push_back(hash_anchor(section.anchor));
  }
  facts.headings = static_cast<uint32_t>(facts.anchors.size());
  for (const std::string& anchor : document.anchors) facts.anchors.push_back(hash_anchor(anchor));
  for (const Post& post : document.posts) facts.anchors.push_back(hash_anchor(post.anchor));
  for (const Link& link : document.links) {
    if (!link.address.empty())
      facts.addresses.push_back({link.line, link.column, link.address, document.source_path});
    const auto target = corpus_.by_path.find(link.target_path);
    if (target == corpus_.by_path.end()) continue;
    facts.links.push_back({target->second, link.line, link.column, link.fragment, document.source_path});
  }
  for (const Asset& asset : document.assets) facts.assets.push_back(asset.source_path);
  for (const auto& [key, value] : document.extra) facts.unknown_keys.push_back(key);
  return facts;
}

}  // namespace signpost
