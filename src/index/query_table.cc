// query_table.cc - see query_table.h.
#include "index/query_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/bytes.h"
#include "base/error.h"
#include "base/fnv1a.h"
#include "index/section_vectors.h"

namespace signpost {
namespace {

// Of a row: the vectors that it is fitted to are of length 1, and a fit goes beyond them by little.
constexpr float kMaxScale = 1000;
constexpr size_t kTableHeader = 3 * sizeof(uint32_t);

LanguageMeans read_means(std::string_view bytes, uint32_t dimension) {
  LanguageMeans means;
  ByteReader reader(bytes);
  for (uint64_t left = reader.count(dimension * sizeof(float)); left > 0; --left) {
    std::vector<float>& mean = means[std::string(reader.string())];
    mean.resize(dimension);
    for (float& component : mean) component = reader.pod<float>();
  }
  return means;
}

}  // namespace

float query_table_weight(float weight_times_idf) { return std::sqrt(std::max(0.0F, weight_times_idf)); }

std::string encode_query_table(const LanguageMeans& means, std::vector<QueryTableRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const QueryTableRow& a, const QueryTableRow& b) { return a.hash < b.hash; });
  ByteWriter of_means;
  of_means.varint(means.size());
  for (const auto& [lang, mean] : means) {
    of_means.string(lang);
    for (const float component : mean) of_means.pod(component);
  }
  ByteWriter out;
  out.u32(static_cast<uint32_t>(means.at("").size()));
  out.u32(static_cast<uint32_t>(rows.size()));
  out.u32(static_cast<uint32_t>(of_means.size()));
  out.raw(of_means.take());
  for (const QueryTableRow& row : rows) out.pod(row.hash);
  for (const QueryTableRow& row : rows) {
    out.pod(row.vector.scale);
    out.raw({reinterpret_cast<const char*>(row.vector.values.data()), row.vector.values.size()});
  }
  return out.take();
}

QueryTable::QueryTable(const std::string& path) : file_(path) {
  const auto fail = [&path](const char* what) { throw Error(ErrorKind::corrupt, path + ": " + what); };
  std::string bytes;
  file_.read(0, kTableHeader, bytes);
  ByteReader header(bytes);
  dimension_ = header.u32();
  const uint64_t rows = header.u32();
  const uint64_t mean_bytes = header.u32();
  if (dimension_ == 0 || dimension_ > kMaxDimension) fail("vectors of a wrong dimension");
  rows_at_ = kTableHeader + mean_bytes + rows * sizeof(uint64_t);
  if (file_.size() != rows_at_ + rows * (sizeof(float) + dimension_))
    fail("the size doesn't fit the number of rows");
  file_.read(kTableHeader, mean_bytes, bytes);
  means_ = read_means(bytes, dimension_);
  if (means_.count("") == 0) fail("the mean of all queries is missing");
  file_.read(kTableHeader + mean_bytes, rows * sizeof(uint64_t), bytes);
  hashes_.resize(rows);
  if (rows > 0) std::memcpy(hashes_.data(), bytes.data(), bytes.size());
  if (!std::is_sorted(hashes_.begin(), hashes_.end())) fail("the rows are out of order");
}

bool QueryTable::add_row(uint64_t hash, float weight, std::vector<float>& sum) const {
  thread_local std::string bytes;
  const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  if (found == hashes_.end() || *found != hash) return false;
  const size_t size = sizeof(float) + dimension_;
  file_.read(rows_at_ + static_cast<uint64_t>(found - hashes_.begin()) * size, size, bytes);
  float scale = 0;
  std::memcpy(&scale, bytes.data(), sizeof scale);
  if (!(std::fabs(scale) <= kMaxScale))
    throw Error(ErrorKind::corrupt, "a row of the query table is too large");
  const auto* values = reinterpret_cast<const int8_t*>(bytes.data() + sizeof scale);
  for (size_t i = 0; i < sum.size(); ++i) sum[i] += weight * scale * static_cast<float>(values[i]);
  return true;
}

void QueryTable::read_all() const {
  std::vector<float> sum(dimension_);
  for (const uint64_t hash : hashes_) add_row(hash, 1, sum);
}

QueryMeaning QueryTable::meaning(std::span<const WeightedQueryTerm> terms) const {
  std::vector<float> sum(dimension_, 0);
  float all = 0;
  float known = 0;
  for (const WeightedQueryTerm& term : terms) {
    const float weight = query_table_weight(term.weight);
    all += weight;
    if (weight > 0 && add_row(fnv1a(term.term), weight, sum)) known += weight;
  }
  if (known == 0) return {};
  QueryMeaning out{quantized_direction(std::move(sum)), known / all};
  if (out.vector.scale == 0) out.known = 0;
  return out;
}

QueryMeaning QueryTable::meaning_of_model(std::span<const float> vector, std::string_view lang) const {
  const std::vector<float>& mean = mean_for(means_, lang);
  std::vector<float> sum(dimension_);
  for (size_t i = 0; i < sum.size(); ++i) sum[i] = vector[i] - mean[i];
  return {quantized_direction(std::move(sum)), 1};
}

}  // namespace signpost
