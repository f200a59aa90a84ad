// catalog.cc - lists are made of one document of each family, in the language asked for where there is one.
#include "search/catalog.h"

#include <algorithm>
#include <unordered_map>

#include "base/fnv1a.h"
#include "content/language.h"
#include "content/readable_name.h"

namespace signpost {
namespace {

ArticleRef make_ref(const IndexReader& index, uint32_t number, std::string_view lang) {
  const StoredMeta meta = index.read_meta(number);
  ArticleRef ref;
  ref.id = meta.id;
  ref.lang = meta.lang;
  ref.title = meta.title;
  ref.url = page_path(meta.kind, meta.lang, meta.id);
  ref.kind = to_string(meta.kind);
  ref.summary = meta.summary;
  ref.category = meta.category;
  ref.category_name = category_name(index, meta.category, lang.empty() ? meta.lang : lang);
  ref.updated = meta.updated;
  ref.votes = meta.votes;
  ref.answers = meta.answers;
  ref.solved = meta.solved;
  ref.internal = meta.internal;
  return ref;
}

// Which categories lists for readers of a language have, by number: those of site.yaml, and those with an
// article in that language. Others have nothing but what stands in for it.
std::vector<bool> shown_categories(const IndexReader& index, std::string_view lang) {
  const std::vector<Category>& categories = index.site().categories;
  const auto found =
      std::find_if(categories.begin(), categories.end(), [](const Category& c) { return c.found; });
  const auto listed = static_cast<size_t>(1 + (found - categories.begin()));  // and the articles without one
  std::vector<bool> shown(index.names().categories.size(), lang.empty());
  std::fill_n(shown.begin(), std::min(listed, shown.size()), true);
  const std::string_view base = base_language(index.nearest_language(lang));
  std::vector<bool> own;
  for (const std::string& code : index.names().languages) own.push_back(base_language(code) == base);
  for (uint32_t number = 1; number <= index.document_count(); ++number) {
    const DocRecord& r = index.record(number);
    if (r.kind == Kind::help && own[r.language]) shown[r.category] = true;
  }
  return shown;
}

// The numbers for which keep() is true, ordered by before(a, b), at most `limit` behind the first `skipped`,
// as references.
template <typename Keep, typename Before>
std::vector<ArticleRef> list(const IndexReader& index, std::string_view lang, size_t skipped, size_t limit,
                             Keep keep, Before before) {
  std::vector<uint32_t> numbers;
  index.universe(index.nearest_language(lang)).each([&](uint32_t number) {
    if (keep(index.record(number))) numbers.push_back(number);
    return true;
  });
  skipped = std::min(skipped, numbers.size());
  const size_t kept = skipped + std::min(limit, numbers.size() - skipped);
  std::partial_sort(numbers.begin(), numbers.begin() + static_cast<ptrdiff_t>(kept), numbers.end(),
                    [&](uint32_t a, uint32_t b) { return before(index.record(a), index.record(b)); });
  std::vector<ArticleRef> out;
  out.reserve(kept - skipped);
  for (size_t i = skipped; i < kept; ++i) out.push_back(make_ref(index, numbers[i], lang));
  return out;
}

bool in_order(const DocRecord& a, const DocRecord& b) { return a.order < b.order; }

uint32_t find_number(const IndexReader& index, std::string_view id, std::string_view lang) {
  for (const std::string& code : index.stand_ins(lang)) {
    if (const uint32_t number = index.find(code, id)) return number;
  }
  return 0;
}

void add_neighbours(const IndexReader& index, uint32_t number, std::string_view lang, Article& article) {
  const DocRecord& self = index.record(number);
  uint32_t before = 0;
  uint32_t after = 0;
  index.universe(index.nearest_language(lang)).each([&](uint32_t other) {
    const DocRecord& r = index.record(other);
    if (r.category != self.category || r.kind != self.kind) return true;
    if (r.order < self.order && (before == 0 || r.order > index.record(before).order)) before = other;
    if (r.order > self.order && (after == 0 || r.order < index.record(after).order)) after = other;
    return true;
  });
  if (before != 0) article.previous.push_back(make_ref(index, before, lang));
  if (after != 0) article.next.push_back(make_ref(index, after, lang));
}

std::optional<std::string> url_of(const IndexReader& index, uint32_t number) {
  if (number == 0 || number > index.document_count()) return std::nullopt;
  const StoredMeta meta = index.read_meta(number);
  return page_path(meta.kind, meta.lang, meta.id);
}

// The site's language that a path begins with, "" for none.
std::string_view language_of_path(const Site& site, std::string_view path) {
  for (const Language& language : site.languages) {
    if (path.substr(1).starts_with(language.code + "/")) return language.code;
  }
  return "";
}

std::optional<std::string> target_of(const IndexReader& index, const Redirect& redirect) {
  if (redirect.to.starts_with('/')) return redirect.to;
  const size_t hash = std::min(redirect.to.find('#'), redirect.to.size());
  const std::string_view lang = language_of_path(index.site(), redirect.from);
  auto url = url_of(index, find_number(index, std::string_view(redirect.to).substr(0, hash), lang));
  if (url) *url += redirect.to.substr(hash);
  return url;
}

// The anchor in `shown` of the section of `copied` that is this place: of a translation, the section that
// stands where it does, if all of them have the same levels; "" for none.
std::string same_section(const StoredMeta& copied, const StoredMeta& shown, uint64_t place) {
  const auto found = std::find_if(copied.sections.begin(), copied.sections.end(), [&](const auto& section) {
    return short_section(copied.lang, fnv1a(section.anchor)) == place;
  });
  if (found == copied.sections.end()) return "";
  if (copied.lang == shown.lang) return found->anchor;
  const bool is_alike =
      std::equal(copied.sections.begin(), copied.sections.end(), shown.sections.begin(), shown.sections.end(),
                 [](const auto& a, const auto& b) { return a.level == b.level; });
  return is_alike ? shown.sections[static_cast<size_t>(found - copied.sections.begin())].anchor : "";
}

// Of one that site.yaml has no name for.
std::string readable_category(std::string_view id) {
  const std::string name = readable_name(id);
  return name.empty() ? std::string(id) : name;
}

}  // namespace

std::string category_name(const IndexReader& index, std::string_view category, std::string_view lang) {
  for (const Category& c : index.site().categories) {
    if (c.id != category) continue;
    const std::string& name = pick(c.names, lang, index.site());
    if (!name.empty()) return name;
  }
  return readable_category(category);
}

std::optional<Article> find_article(const IndexReader& index, std::string_view id, std::string_view lang) {
  const uint32_t number = find_number(index, id, lang);
  if (number == 0) return std::nullopt;
  Article article;
  article.document = index.read_body(number);
  const Document& document = article.document;
  const std::string_view shown = lang.empty() ? std::string_view(document.lang) : lang;
  article.url = page_path(document.kind, document.lang, document.id);
  article.category_name = category_name(index, document.fields.one(Field::category), shown);
  article.fallback = !lang.empty() && document.lang != lang;
  const ShortAddresses& short_addresses = index.short_addresses();
  const uint64_t short_id = short_article(document.id);
  const bool is_help = document.kind == Kind::help;
  if (is_help) article.short_code = short_addresses.code_of(short_id, short_whole(document.lang));
  for (const StoredSection& section : index.read_meta(number).sections) {
    if (section.anchor.empty() || section.heading.empty()) continue;
    article.toc.push_back({section.anchor, section.heading, section.level});
    if (is_help) {
      const uint64_t place = short_section(document.lang, fnv1a(section.anchor));
      article.toc.back().short_code = short_addresses.code_of(short_id, place);
    }
  }
  for (const uint32_t other : index.family(index.record(number).family)) {
    if (other != number) article.translations.push_back(make_ref(index, other, shown));
  }
  for (uint32_t i = 0; i < kRelatedCount; ++i) {
    if (const uint32_t other = index.related(number, i))
      article.related.push_back(make_ref(index, other, shown));
  }
  add_neighbours(index, number, document.lang, article);
  return article;
}

ShortLead follow_short_address(const IndexReader& index, std::string_view code, std::string_view lang) {
  const auto number = parse_short_code(code);
  const ShortAddress* const address = number ? index.short_addresses().find(*number) : nullptr;
  if (address == nullptr) return {};
  if (address->document == 0) return {.state = ShortLead::State::gone};
  const StoredMeta copied = index.read_meta(address->document);
  const uint32_t number_shown = lang.empty() ? 0 : find_number(index, copied.id, lang);
  const StoredMeta shown = number_shown == 0 ? copied : index.read_meta(number_shown);
  ShortLead lead{.state = ShortLead::State::found, .id = shown.id, .lang = shown.lang};
  lead.url = page_path(shown.kind, shown.lang, shown.id);
  if (address->place != 0) lead.anchor = same_section(copied, shown, address->place);
  return lead;
}

std::optional<std::string> find_alias(const IndexReader& index, std::string_view path) {
  const std::string_view wanted = without_last_slash(path);
  const auto found = index.names().aliases.find(std::string(wanted));
  if (found != index.names().aliases.end()) return url_of(index, found->second);
  const std::vector<Redirect>& redirects = index.site().redirects;
  const auto redirect = std::lower_bound(
      redirects.begin(), redirects.end(), wanted,
      [](const Redirect& candidate, std::string_view from) { return candidate.from < from; });
  if (redirect == redirects.end() || redirect->from != wanted) return std::nullopt;
  return target_of(index, *redirect);
}

std::vector<OldUrl> list_old_urls(const IndexReader& index) {
  std::vector<OldUrl> out;
  for (const auto& [path, number] : index.names().aliases) {
    if (auto url = url_of(index, number)) out.push_back({path, std::move(*url)});
  }
  for (const Redirect& redirect : index.site().redirects) {
    if (index.names().aliases.count(redirect.from) > 0) continue;
    if (auto url = target_of(index, redirect)) out.push_back({redirect.from, std::move(*url)});
  }
  std::sort(out.begin(), out.end(), [](const OldUrl& a, const OldUrl& b) { return a.path < b.path; });
  return out;
}

std::vector<CategoryInfo> list_categories(const IndexReader& index, std::string_view lang) {
  std::vector<uint32_t> counts(index.names().categories.size(), 0);
  index.universe(index.nearest_language(lang)).each([&](uint32_t number) {
    const DocRecord& r = index.record(number);
    if (r.kind == Kind::help) ++counts[r.category];
    return true;
  });
  const std::vector<bool> shown = shown_categories(index, lang);
  std::unordered_map<std::string_view, const Category*> described;
  for (const Category& category : index.site().categories) described.emplace(category.id, &category);
  std::vector<CategoryInfo> out;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const std::string& id = index.names().categories[i];
    CategoryInfo info{id, readable_category(id), "", "", counts[i], shown[i]};
    if (const auto found = described.find(info.id); found != described.end()) {
      const std::string& name = pick(found->second->names, lang, index.site());
      if (!name.empty()) info.name = name;
      info.description = pick(found->second->descriptions, lang, index.site());
      info.icon = found->second->icon;
    }
    out.push_back(std::move(info));
  }
  return out;
}

std::vector<ArticleRef> list_category(const IndexReader& index, std::string_view category,
                                      std::string_view lang, size_t first, size_t limit) {
  const auto& names = index.names().categories;
  const auto found = std::find(names.begin(), names.end(), category);
  if (found == names.end()) return {};
  const auto number = static_cast<size_t>(found - names.begin());
  const auto keep = [&](const DocRecord& r) { return r.kind == Kind::help && r.category == number; };
  return list(index, lang, first, limit, keep, in_order);
}

std::vector<ArticleRef> list_popular(const IndexReader& index, std::string_view lang, size_t limit) {
  std::vector<ArticleRef> out;
  for (const std::string& id : index.site().popular) {
    if (out.size() >= limit) break;
    if (const uint32_t number = find_number(index, id, lang)) out.push_back(make_ref(index, number, lang));
  }
  if (!out.empty()) return out;
  const std::vector<bool> shown = shown_categories(index, lang);
  const auto keep = [&shown](const DocRecord& r) { return r.kind == Kind::help && shown[r.category]; };
  const auto before = [](const DocRecord& a, const DocRecord& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.votes != b.votes ? a.votes > b.votes : a.order < b.order;
  };
  return list(index, lang, 0, limit, keep, before);
}

std::vector<ArticleRef> list_recent(const IndexReader& index, std::string_view lang, size_t limit) {
  const std::vector<bool> shown = shown_categories(index, lang);
  const auto keep = [&shown](const DocRecord& r) { return r.updated > 0 && shown[r.category]; };
  const auto before = [](const DocRecord& a, const DocRecord& b) {
    return a.updated != b.updated ? a.updated > b.updated : a.order < b.order;
  };
  return list(index, lang, 0, limit, keep, before);
}

std::vector<DueArticle> list_due(const IndexReader& index, uint32_t day) {
  std::vector<DueArticle> due;
  for (uint32_t number = 1; number <= index.document_count(); ++number) {
    const uint32_t review_by = index.record(number).review_by;
    if (review_by == 0 || review_by > day) continue;
    due.push_back({make_ref(index, number, ""), review_by});
  }
  return due;
}

std::vector<OutdatedTranslation> list_outdated(const IndexReader& index) {
  std::vector<OutdatedTranslation> outdated;
  const std::vector<std::string>& languages = index.names().languages;
  const auto found = std::find(languages.begin(), languages.end(), index.site().default_language);
  std::unordered_map<uint32_t, uint32_t> originals;  // by family
  for (uint32_t number = 1; number <= index.document_count(); ++number) {
    const DocRecord& record = index.record(number);
    if (record.kind == Kind::help && record.language == found - languages.begin())
      originals[record.family] = number;
  }
  for (uint32_t number = 1; number <= index.document_count(); ++number) {
    const DocRecord& record = index.record(number);
    if (record.kind != Kind::help || record.updated == 0) continue;
    const auto original = originals.find(record.family);
    if (original == originals.end() || record.updated >= index.record(original->second).updated) continue;
    outdated.push_back({make_ref(index, number, ""), make_ref(index, original->second, "")});
  }
  return outdated;
}

std::vector<ArticleRef> list_all(const IndexReader& index, size_t first, size_t limit) {
  const size_t count = index.document_count();
  const size_t begin = std::min(first, count);
  const size_t end = begin + std::min(limit, count - begin);
  std::vector<ArticleRef> out;
  out.reserve(end - begin);
  for (size_t place = begin; place < end; ++place)
    out.push_back(make_ref(index, static_cast<uint32_t>(place + 1), ""));
  return out;
}

}  // namespace signpost
