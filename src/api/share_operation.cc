// share_operation.cc - see share_operation.h.
#include "api/share_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/article_operation.h"
#include "api/link_text.h"
#include "api/reply_draft.h"
#include "base/shown_text.h"
#include "search/searcher.h"

namespace signpost {
namespace {

constexpr Parameter kAnchor{.name = "anchor"};
// Takes as much room in a reply as an address that is put into its place where it is copied.
constexpr std::string_view kUnknownHost = "https://a-help-centre.example.com";

std::string heading_at(const Article& article, const std::string& anchor) {
  const auto found = std::find_if(article.toc.begin(), article.toc.end(),
                                  [&](const TocEntry& entry) { return entry.anchor == anchor; });
  return found == article.toc.end() ? "" : found->heading;
}

std::string short_path_of(const Article& article, const std::string& anchor) {
  if (anchor.empty()) return short_path(article.short_code);
  const auto found = std::find_if(article.toc.begin(), article.toc.end(),
                                  [&](const TocEntry& entry) { return entry.anchor == anchor; });
  return short_path(found->short_code);
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

void add_replies(const QuotableDocument& document, const Article& article, size_t section, Shared& shared) {
  const bool has_host = !shared.address.starts_with('/');
  const std::string address = (has_host ? "" : std::string(kUnknownHost)) + shared.address;
  const DraftText draft = draft_text(document, section, shared.title, article.document.summary, address);
  for (const ReplyPlace& place : reply_places()) {
    SharedReply reply{.place = place.id,
                      .name = place.name,
                      .text = draft_reply(draft, place),
                      .length = 0,
                      .limit = place.limit};
    reply.length = place.length(reply.text);
    if (!has_host) replace_all(reply.text, address, shared.address);
    shared.replies.push_back(std::move(reply));
  }
}

Json share_json(const Shared& shared) {
  Json replies = Json::array();
  for (const SharedReply& reply : shared.replies) {
    replies.push_back({{"place", reply.place},
                       {"name", reply.name},
                       {"text", reply.text},
                       {"length", reply.length},
                       {"limit", reply.limit}});
  }
  return {{"id", shared.id},
          {"lang", shared.lang},
          {"anchor", shared.anchor},
          {"title", shared.title},
          {"url", shared.url},
          {"address", shared.address},
          {"markdown", shared.markdown},
          {"html", shared.html},
          {"text", shared.text},
          {"replies", std::move(replies)}};
}

Answer answer_share(const OperationContext& context, const Parameters& arguments) {
  const auto found =
      share(context, arguments.get("id").value_or(""), arguments.get(kAnchor.name).value_or(""));
  return found ? json_answer(share_json(*found)) : nothing_there();
}

}  // namespace

std::optional<Shared> share(const OperationContext& context, const std::string& id,
                            const std::string& anchor) {
  const std::optional<Article> found = article(context, id);
  if (!found) return std::nullopt;
  const std::string heading = anchor.empty() ? "" : heading_at(*found, anchor);
  const Document& article = found->document;
  const auto document = context.searcher().quotable(article.id, article.lang);
  const auto section = document && !anchor.empty() ? document->find_section(anchor) : 0;
  if (!document || !section || (!anchor.empty() && heading.empty())) return std::nullopt;
  Shared shared;
  shared.id = article.id;
  shared.lang = article.lang;
  shared.anchor = anchor;
  shared.title = without_bidi_controls(article.title + (heading.empty() ? "" : " › " + heading));
  shared.url = page_url(found->url, anchor);
  const std::string path = short_path_of(*found, anchor);
  shared.address = absolute_url(context.site(), path.empty() ? shared.url : path);
  shared.markdown = markdown_link(shared.title, shared.address);
  shared.html = html_link(shared.title, shared.address);
  shared.text = shared.title + "\n" + shared.address;
  add_replies(*document, *found, *section, shared);
  return shared;
}

Operation share_operation() {
  return {.door = {.name = "api_share",
                   .path = "/api/v1/articles/{id}/share",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::call,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated,
                   .tag = Tag::strong},
          .parameters = {kLanguageParameter, kAnchor},
          .answer = answer_share};
}

}  // namespace signpost
