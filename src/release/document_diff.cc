// document_diff.cc - see document_diff.h.
#include "release/document_diff.h"

#include <algorithm>
#include <map>
#include <set>

#include "release/urls.h"

namespace signpost {
namespace {

using ByUrl = std::map<std::string, ArticleRef>;

ByUrl by_url(const Searcher& searcher) {
  ByUrl documents;
  for (ArticleRef& ref : searcher.all_articles()) {
    std::string url = ref.url;
    // A thread has one address for all languages.
    if (ref.kind == "community") url += " " + ref.lang;
    documents.emplace(std::move(url), std::move(ref));
  }
  return documents;
}

DocumentChange change_of(const ArticleRef& ref) {
  return {ref.id, ref.lang, ref.kind, ref.title, ref.url, {}};
}

bool has_language(const Site& site, const std::string& code) {
  return std::any_of(site.languages.begin(), site.languages.end(),
                     [&](const Language& language) { return language.code == code; });
}

// A page in another language stands in for a translation that is gone.
bool still_answers(const ArticleRef& gone, const Searcher& after) {
  return has_language(after.site(), gone.lang) && after.article(gone.id, gone.lang).has_value();
}

std::vector<std::string> lost_urls(const Searcher& before, const Searcher& after) {
  std::set<std::string> answered;
  for (const PublicUrl& url : public_urls(after)) answered.insert(url.url);
  std::set<std::string> lost;
  for (const PublicUrl& url : public_urls(before)) {
    if (answered.count(url.url) == 0) lost.insert(url.url);
  }
  for (const ArticleRef& ref : before.all_articles()) {
    if (lost.count(ref.url) > 0 && still_answers(ref, after)) lost.erase(ref.url);
  }
  return {lost.begin(), lost.end()};
}

bool same_posts(const std::vector<Post>& a, const std::vector<Post>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Post& x, const Post& y) {
    return x.author == y.author && x.date == y.date && x.votes == y.votes && x.accepted == y.accepted &&
           x.origin == y.origin;
  });
}

}  // namespace

std::vector<std::string> changed_parts(const Document& before, const Document& after) {
  std::vector<std::string> parts;
  const auto note = [&](bool same, std::string_view part) {
    if (!same) parts.emplace_back(part);
  };
  note(before.title == after.title, "title");
  note(before.summary == after.summary, "summary");
  note(before.markdown == after.markdown, "text");
  for (const FieldRow& row : kFields) note(before.fields[row.field] == after.fields[row.field], row.key);
  note(before.aliases == after.aliases, "aliases");
  note(before.updated == after.updated && before.review_by == after.review_by, "dates");
  note(before.weight == after.weight, "weight");
  note(before.extra == after.extra, "other front matter");
  note(before.author == after.author && same_posts(before.posts, after.posts), "answers or votes");
  // The same source, shown in another way: by another version, or as plain text instead.
  if (parts.empty()) note(before.html == after.html, "page");
  return parts;
}

DocumentDiff compare_documents(const Searcher& before, const Searcher& after) {
  DocumentDiff diff;
  diff.old_count = before.document_count();
  diff.new_count = after.document_count();
  const ByUrl old_documents = by_url(before);
  const ByUrl new_documents = by_url(after);
  for (const auto& [url, ref] : new_documents) {
    if (old_documents.count(url) == 0) {
      diff.added.push_back(change_of(ref));
      continue;
    }
    const auto was = before.article(ref.id, ref.lang);
    const auto is = after.article(ref.id, ref.lang);
    if (!was || !is) continue;
    DocumentChange change = change_of(ref);
    change.parts = changed_parts(was->document, is->document);
    if (!change.parts.empty()) diff.changed.push_back(std::move(change));
  }
  for (const auto& [url, ref] : old_documents) {
    if (new_documents.count(url) == 0) diff.removed.push_back(change_of(ref));
  }
  diff.lost_urls = lost_urls(before, after);
  return diff;
}

}  // namespace signpost
