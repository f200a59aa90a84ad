// found_place.cc - see found_place.h.
#include "api/found_place.h"

#include <algorithm>

#include "api/addresses.h"

namespace signpost {
namespace {

using Sections = std::vector<StoredSection>;

bool has_same_headings(const Sections& one, const Sections& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const StoredSection& a, const StoredSection& b) { return a.level == b.level; });
}

size_t same_section(const QuotableDocument& found, size_t section, const QuotableDocument& other) {
  const Sections& sections = found.meta().sections;
  if (sections[section].anchor.empty()) return 0;
  if (const auto same = other.find_section(sections[section].anchor)) return *same;
  return has_same_headings(sections, other.meta().sections) ? section : 0;
}

FoundPlace place_of(const QuotableDocument& document, size_t section) {
  const StoredMeta& meta = document.meta();
  if (section >= meta.sections.size() || meta.sections[section].anchor.empty())
    return {meta.lang, meta.title, {}, page_url(document.url())};
  return {meta.lang, meta.title, heading_path(meta.sections, section),
          page_url(document.url(), meta.sections[section].anchor)};
}

}  // namespace

FoundPlace place_in(const Searcher& searcher, const QuotableDocument& found, size_t section,
                    std::string_view lang) {
  if (found.meta().lang == lang) return place_of(found, section);
  const auto other = searcher.quotable(found.meta().id, lang);
  return other ? place_of(*other, same_section(found, section, *other)) : place_of(found, section);
}

}  // namespace signpost
