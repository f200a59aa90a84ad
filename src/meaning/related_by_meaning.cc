// related_by_meaning.cc - see related_by_meaning.h.
#include "meaning/related_by_meaning.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/dot_product.h"

namespace signpost {
namespace {

constexpr size_t kMostCompared = 20'000;  // documents of a language: two seconds

struct Direction {
  uint32_t number = 0;
  QuantizedVector vector;
};

// Of all sections together; of no length where there are none.
QuantizedVector direction_of(const SectionVectors& vectors, uint32_t number) {
  std::vector<float> sum(vectors.dimension());
  for (const SectionVector& section : vectors.read(number)) add_scaled(section.vector, 1, sum);
  return quantized_direction(std::move(sum));
}

// The nearest of `all`; the first of those that are equally near.
void nearest_to(const Direction& one, const std::vector<Direction>& all, const IndexReader& index,
                uint32_t* out) {
  static const DotProduct dot = dot_product();
  std::vector<std::pair<float, uint32_t>> near;  // likeness, negative, so that the best come first
  near.reserve(all.size());
  for (const Direction& other : all) {
    if (index.record(other.number).family == index.record(one.number).family) continue;
    const int32_t product =
        dot(one.vector.values.data(), other.vector.values.data(), one.vector.values.size());
    near.emplace_back(-other.vector.scale * static_cast<float>(product), other.number);
  }
  const size_t count = std::min<size_t>(kRelatedCount, near.size());
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
  for (size_t i = 0; i < kRelatedCount; ++i) out[i] = i < count ? near[i].second : 0;
}

}  // namespace

std::vector<uint32_t> related_by_meaning(const IndexReader& index, const SectionVectors& vectors) {
  std::vector<uint32_t> out;
  std::map<uint16_t, std::vector<Direction>> by_language;
  for (uint32_t number = 1; number <= index.document_count(); ++number) {
    for (uint32_t i = 0; i < kRelatedCount; ++i) out.push_back(index.related(number, i));
    QuantizedVector direction = direction_of(vectors, number);
    if (direction.scale > 0)
      by_language[index.record(number).language].push_back({number, std::move(direction)});
  }
  for (const auto& [language, documents] : by_language) {
    if (documents.size() > kMostCompared) continue;
    for (const Direction& one : documents)
      nearest_to(one, documents, index, &out[size_t{one.number - 1} * kRelatedCount]);
  }
  return out;
}

}  // namespace signpost
