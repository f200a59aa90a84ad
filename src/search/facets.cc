// facets.cc - one set of documents for each value, so that counting is intersecting.
//
// A set is a bitmap over the documents' numbers, an eighth of a byte each. Filters of one field widen (this
// tag or that), filters of different fields narrow: allowed() is the intersection over the fields of the
// union over their values.
//
// What a visitor wants of a facet is "what would I get if I chose this instead". So a facet's counts obey
// all filters but its own: with the tag "billing" chosen, the other tags still say how many they have, while
// categories count only what has the tag. Facets without a chosen value share one set of matches, so the
// usual search costs one intersection and a count for each value: kMaxSets * documents / 64 steps at most,
// and no look at any document.
//
// Values with most documents get a set; the others can be filtered by, since their postings are there, but
// have no count. What is chosen is always listed, with 0 if need be: one must be able to take it back.
#include "search/facets.h"

#include <algorithm>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr size_t kMaxValues = 20;  // shown of one facet
constexpr size_t kMaxSets = 1000;  // values of one facet beyond these can be filtered by, but are not counted
// Of a value that is counted, in bytes; what is longer is no tag, but a sentence.
constexpr size_t kMaxValueBytes = 100;

// All that documents of the generation may have.
std::vector<std::string> known_values(const IndexReader& index, const FieldRow& row) {
  if (!row.vocabulary.empty()) return {row.vocabulary.begin(), row.vocabulary.end()};
  const std::vector<std::string>& categories = index.names().categories;
  if (row.field == Field::category) return {categories.begin() + 1, categories.end()};
  return index.names().fields[row.field];
}

std::string label_of(const IndexReader& index, Field field, const std::string& value, std::string_view lang) {
  if (row_of(field).labels != FieldLabels::site) return value;
  for (const Category& category : index.site().categories) {
    if (category.id != value) continue;
    const std::string& name = pick(category.names, lang, index.site());
    return name.empty() ? value : name;
  }
  return value;
}

bool is_selected(const std::vector<std::string>& selected, const std::string& value) {
  const std::string folded = fold_case(value);
  return std::any_of(selected.begin(), selected.end(),
                     [&](const std::string& s) { return fold_case(s) == folded; });
}

}  // namespace

FacetIndex::FacetIndex(const IndexReader& index) : index_(index) {
  for (const Field field : kFacets) add_values(row_of(field));
}

void FacetIndex::keep_most_frequent(const FieldRow& row, std::vector<std::string>& values) const {
  if (values.size() <= kMaxSets) return;
  std::vector<std::pair<uint32_t, size_t>> ranked;
  for (size_t i = 0; i < values.size(); ++i)
    ranked.emplace_back(index_.postings().frequency(boolean_term(row.prefix, values[i])), i);
  const auto first = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  std::sort(ranked.begin(), ranked.end(), first);
  ranked.resize(kMaxSets);
  const auto in_order = [](const auto& a, const auto& b) { return a.second < b.second; };
  if (row.order == FieldOrder::listed) std::sort(ranked.begin(), ranked.end(), in_order);
  std::vector<std::string> kept;
  kept.reserve(kMaxSets);
  for (const auto& [frequency, i] : ranked) kept.push_back(std::move(values[i]));
  values = std::move(kept);
}

void FacetIndex::add_values(const FieldRow& row) {
  std::vector<std::string> values = known_values(index_, row);
  keep_most_frequent(row, values);
  FacetValues& facet = facets_.emplace_back(FacetValues{row.field, {}});
  for (const std::string& value : values) {
    if (value.size() > kMaxValueBytes) continue;
    Value& v = facet.values.emplace_back(
        Value{value, boolean_term(row.prefix, value), Bitmap(index_.document_count())});
    index_.postings().add_documents(v.term, v.documents);
  }
}

Bitmap FacetIndex::allowed(const Filters& filters, std::optional<Field> except) const {
  Bitmap out(index_.document_count(), true);
  for (const FieldRow& row : kFields) {
    const std::vector<std::string>& wanted = filters[row.field];
    if (wanted.empty() || row.field == except) continue;
    Bitmap any(index_.document_count());
    for (const std::string& value : wanted)
      index_.postings().add_documents(boolean_term(row.prefix, value), any);
    out &= any;
  }
  return out;
}

bool FacetIndex::is_filtered(const Filters& filters) {
  return std::any_of(filters.by_field.begin(), filters.by_field.end(),
                     [](const auto& values) { return !values.empty(); });
}

std::vector<Facet> FacetIndex::count(const Bitmap& matches, const Filters& filters,
                                     std::string_view lang) const {
  std::vector<Facet> out;
  Bitmap under_all = matches;
  const bool filtered = is_filtered(filters);
  if (filtered) under_all &= allowed(filters);
  for (const FacetValues& facet : facets_) {
    const std::vector<std::string>& selected = filters[facet.field];
    Bitmap under_others;
    if (!selected.empty()) {
      under_others = matches;
      under_others &= allowed(filters, facet.field);
    }
    const Bitmap& counted = selected.empty() ? under_all : under_others;
    Facet& result = out.emplace_back(Facet{facet.field, {}});
    for (const Value& value : facet.values) {
      const uint32_t n = counted.count_and(value.documents);
      const bool chosen = !selected.empty() && is_selected(selected, value.value);
      if (n > 0 || chosen) result.values.push_back({value.value, "", n, chosen});
    }
    if (row_of(facet.field).order != FieldOrder::listed) {
      std::stable_sort(result.values.begin(), result.values.end(),
                       [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    }
    if (result.values.size() > kMaxValues) {
      std::stable_partition(result.values.begin(), result.values.end(),
                            [](const FacetValue& v) { return v.selected; });
      result.values.resize(kMaxValues);
    }
    for (FacetValue& value : result.values) value.label = label_of(index_, facet.field, value.value, lang);
  }
  return out;
}

}  // namespace signpost
