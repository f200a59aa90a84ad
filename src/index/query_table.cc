// query_table.cc - see query_table.h.
#include "index/query_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"
#include "index/section_vectors.h"

namespace signpost {
namespace {

constexpr size_t kTableHeader = 2 * sizeof(uint32_t);

// All zeros where there is no direction.
QuantizedVector direction_of(std::vector<float> vector) {
  double square = 0;
  for (const float component : vector) square += double{component} * double{component};
  const double length = std::sqrt(square);
  if (!(length > 1e-12)) return {0, std::vector<int8_t>(vector.size(), 0)};
  for (float& component : vector) component = static_cast<float>(component / length);
  return quantize(vector);
}

}  // namespace

uint64_t query_table_hash(std::string_view term) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : term) {
    hash ^= static_cast<uint8_t>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

float query_table_weight(float weight_times_idf) { return std::sqrt(std::max(0.0F, weight_times_idf)); }

std::string encode_query_table(std::span<const float> mean, std::vector<QueryTableRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const QueryTableRow& a, const QueryTableRow& b) { return a.hash < b.hash; });
  ByteWriter out;
  out.u32(static_cast<uint32_t>(mean.size()));
  out.u32(static_cast<uint32_t>(rows.size()));
  for (const float component : mean) out.pod(component);
  for (const QueryTableRow& row : rows) out.pod(row.hash);
  for (const QueryTableRow& row : rows) {
    out.pod(row.vector.scale);
    out.raw({reinterpret_cast<const char*>(row.vector.values.data()), row.vector.values.size()});
  }
  return out.take();
}

QueryTable::QueryTable(const std::string& path) : file_(path) {
  std::string bytes;
  file_.read(0, kTableHeader, bytes);
  ByteReader header(bytes);
  const uint64_t dimension = header.u32();
  const uint64_t rows = header.u32();
  const auto fail = [&path](const char* what) { throw Error(ErrorKind::corrupt, path + ": " + what); };
  if (dimension == 0 || dimension > kMaxDimension) fail("vectors of a wrong dimension");
  rows_at_ = kTableHeader + dimension * sizeof(float) + rows * sizeof(uint64_t);
  if (file_.size() != rows_at_ + rows * (sizeof(float) + dimension))
    fail("the size doesn't fit the number of rows");
  mean_.resize(dimension);
  file_.read(kTableHeader, dimension * sizeof(float), bytes);
  std::memcpy(mean_.data(), bytes.data(), bytes.size());
  hashes_.resize(rows);
  file_.read(kTableHeader + dimension * sizeof(float), rows * sizeof(uint64_t), bytes);
  if (rows > 0) std::memcpy(hashes_.data(), bytes.data(), bytes.size());
  if (!std::is_sorted(hashes_.begin(), hashes_.end())) fail("the rows are out of order");
}

bool QueryTable::add_row(uint64_t hash, float weight, std::vector<float>& sum) const {
  thread_local std::string bytes;
  const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  if (found == hashes_.end() || *found != hash) return false;
  const size_t size = sizeof(float) + mean_.size();
  file_.read(rows_at_ + static_cast<uint64_t>(found - hashes_.begin()) * size, size, bytes);
  float scale = 0;
  std::memcpy(&scale, bytes.data(), sizeof scale);
  const auto* values = reinterpret_cast<const int8_t*>(bytes.data() + sizeof scale);
  for (size_t i = 0; i < sum.size(); ++i) sum[i] += weight * scale * static_cast<float>(values[i]);
  return true;
}

QueryMeaning QueryTable::meaning(std::span<const WeightedQueryTerm> terms) const {
  std::vector<float> sum(mean_.size(), 0);
  float all = 0;
  float known = 0;
  for (const WeightedQueryTerm& term : terms) {
    const float weight = query_table_weight(term.weight);
    all += weight;
    if (weight > 0 && add_row(query_table_hash(term.term), weight, sum)) known += weight;
  }
  if (known == 0) return {};
  QueryMeaning out{direction_of(std::move(sum)), known / all};
  if (!std::isfinite(out.vector.scale) || out.vector.scale == 0) out.known = 0;
  return out;
}

QueryMeaning QueryTable::meaning_of_model(std::span<const float> vector) const {
  std::vector<float> sum(mean_.size());
  for (size_t i = 0; i < sum.size(); ++i) sum[i] = vector[i] - mean_[i];
  return {direction_of(std::move(sum)), 1};
}

}  // namespace signpost
