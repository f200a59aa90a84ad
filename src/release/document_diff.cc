// document_diff.cc - see document_diff.h.
#include "release/document_diff.h"

#include <algorithm>
#include <functional>
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

using Targets = std::map<std::string, std::string>;  // public address -> address of the page that it shows

Targets targets_of(const Searcher& searcher) {
  Targets targets;
  for (PublicUrl& url : public_urls(searcher)) {
    std::string page = url.status == 200 ? url.url : url.target.substr(0, url.target.find_first_of("?#"));
    targets.emplace(std::move(url.url), std::move(page));
  }
  return targets;
}

std::vector<std::string> lost_urls(const Targets& old_targets, const Targets& new_targets,
                                   const Searcher& before, const Searcher& after) {
  std::set<std::string> lost;
  for (const auto& [url, target] : old_targets) {
    if (new_targets.count(url) == 0) lost.insert(url);
  }
  for (const ArticleRef& ref : before.all_articles()) {
    if (lost.count(ref.url) > 0 && still_answers(ref, after)) lost.erase(ref.url);
  }
  return {lost.begin(), lost.end()};
}

// Where each file of the newer generation is shown, and each text.
class Places {
 public:
  void add(const Document& document, const std::string& url) {
    files_.emplace(document.source_path, url);
    texts_.emplace(hash(document.markdown), url);
  }
  std::string of(const std::string& source_path, size_t text_hash) const {
    if (const auto file = files_.find(source_path); file != files_.end()) return file->second;
    const auto text = texts_.find(text_hash);
    return text == texts_.end() ? "" : text->second;
  }
  // Texts of all documents at once would be as large as the source.
  static size_t hash(const std::string& text) { return std::hash<std::string>()(text); }

 private:
  std::map<std::string, std::string> files_;
  std::map<size_t, std::string> texts_;
};

// An address that is shown from another file than before.
struct Replaced {
  TakenUrl taken;           // but for where the former article is
  std::string source_path;  // of the former
  size_t text_hash;
};

// Old addresses that lead to another page, though the page where they led is there.
void add_led_elsewhere(const Targets& old_targets, const Targets& new_targets, const ByUrl& old_documents,
                       const ByUrl& new_documents, std::vector<TakenUrl>& taken) {
  for (const auto& [url, old_target] : old_targets) {
    const auto now = new_targets.find(url);
    if (old_target == url || now == new_targets.end() || now->second == old_target) continue;
    const auto was = old_documents.find(old_target);
    const auto is = new_documents.find(now->second);
    if (was == old_documents.end() || is == new_documents.end() || new_documents.count(old_target) == 0)
      continue;
    taken.push_back({url, is->second.title, was->second.title, old_target});
  }
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
  Places places;
  std::vector<Replaced> replaced;
  for (const auto& [url, ref] : new_documents) {
    const auto is = after.article(ref.id, ref.lang);
    if (is) places.add(is->document, ref.url);
    if (old_documents.count(url) == 0) {
      diff.added.push_back(change_of(ref));
      continue;
    }
    const auto was = before.article(ref.id, ref.lang);
    if (!was || !is) continue;
    DocumentChange change = change_of(ref);
    change.parts = changed_parts(was->document, is->document);
    if (!change.parts.empty()) diff.changed.push_back(std::move(change));
    const Document& old = was->document;
    if (old.source_path != is->document.source_path)
      replaced.push_back({{ref.url, ref.title, old.title, ""}, old.source_path, Places::hash(old.markdown)});
  }
  for (Replaced& one : replaced) {
    one.taken.former_url = places.of(one.source_path, one.text_hash);
    if (!one.taken.former_url.empty() && one.taken.former_url != one.taken.url)
      diff.taken_urls.push_back(std::move(one.taken));
  }
  for (const auto& [url, ref] : old_documents) {
    if (new_documents.count(url) == 0) diff.removed.push_back(change_of(ref));
  }
  const Targets old_targets = targets_of(before);
  const Targets new_targets = targets_of(after);
  add_led_elsewhere(old_targets, new_targets, old_documents, new_documents, diff.taken_urls);
  std::sort(diff.taken_urls.begin(), diff.taken_urls.end(),
            [](const TakenUrl& a, const TakenUrl& b) { return a.url < b.url; });
  diff.lost_urls = lost_urls(old_targets, new_targets, before, after);
  return diff;
}

}  // namespace signpost
