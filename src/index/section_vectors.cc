// section_vectors.cc - see section_vectors.h.
#include "index/section_vectors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "base/bytes.h"
#include "base/error.h"
#include "index/dot_product.h"

namespace signpost {
namespace {

constexpr size_t kHeader = 3 * sizeof(uint32_t);

[[noreturn]] void fail_vectors(const std::string& path, const std::string& what) {
  throw Error(ErrorKind::corrupt, path + ": " + what);
}

// What stands before a vector's values.
struct VectorHead {
  float scale = 0;
  uint32_t section = 0;
};

VectorHead read_head(const char* record) {
  VectorHead head;
  std::memcpy(&head.scale, record, sizeof head.scale);
  std::memcpy(&head.section, record + sizeof head.scale, sizeof head.section);
  return head;
}

}  // namespace

SectionVectorsWriter::SectionVectorsWriter(const std::string& path, uint32_t dimension,
                                           std::span<const uint32_t> counts)
    : file_(path) {
  ByteWriter out;
  out.u32(dimension);
  out.u32(static_cast<uint32_t>(counts.size()));
  out.u32(std::accumulate(counts.begin(), counts.end(), 0U));
  uint32_t first = 0;
  out.u32(first);
  for (const uint32_t count : counts) out.u32(first += count);
  file_.append(out.take());
}

void SectionVectorsWriter::add(const SectionVector& v) {
  ByteWriter out;
  out.pod(v.vector.scale);
  out.u32(v.section);
  out.raw({reinterpret_cast<const char*>(v.vector.values.data()), v.vector.values.size()});
  file_.append(out.take());
}

void SectionVectorsWriter::close() { file_.close(); }

SectionVectors::SectionVectors(const std::string& path) : file_(path) {
  std::string bytes;
  file_.read(0, kHeader, bytes);
  ByteReader header(bytes);
  dimension_ = header.u32();
  const uint64_t documents = header.u32();
  const uint64_t count = header.u32();
  if (dimension_ == 0 || dimension_ > kMaxDimension) fail_vectors(path, "vectors of a wrong dimension");
  records_at_ = kHeader + (documents + 1) * sizeof(uint32_t);
  if (file_.size() != records_at_ + count * record_size())
    fail_vectors(path, "the size doesn't fit the number of vectors");
  file_.read(kHeader, (documents + 1) * sizeof(uint32_t), bytes);
  first_.resize(documents + 1);
  std::memcpy(first_.data(), bytes.data(), bytes.size());
  if (first_.front() != 0 || first_.back() != count || !std::is_sorted(first_.begin(), first_.end()))
    fail_vectors(path, "the documents' first vectors are out of order");
}

void SectionVectors::read_records(uint32_t number, std::string& out) const {
  const uint64_t first = first_[number - 1];
  file_.read(records_at_ + first * record_size(), (first_[number] - first) * record_size(), out);
}

std::optional<NearSection> SectionVectors::nearest(uint32_t number, const QuantizedVector& query) const {
  thread_local std::string bytes;
  if (first_[number - 1] == first_[number]) return std::nullopt;
  read_records(number, bytes);
  static const DotProduct dot = dot_product();
  NearSection best{read_head(bytes.data()).section, -1};
  for (size_t at = 0; at < bytes.size(); at += record_size()) {
    const VectorHead head = read_head(bytes.data() + at);
    const auto* values = reinterpret_cast<const int8_t*>(bytes.data() + at + sizeof head);
    const float cosine =
        head.scale * query.scale * static_cast<float>(dot(values, query.values.data(), dimension_));
    // Also false for what is no number: a scale is read as it stands.
    if (cosine > best.cosine) best = {head.section, std::min(cosine, 1.0F)};
  }
  return best;
}

std::vector<SectionVector> SectionVectors::read(uint32_t number) const {
  std::vector<SectionVector> out;
  if (first_[number - 1] == first_[number]) return out;
  std::string bytes;
  read_records(number, bytes);
  for (size_t at = 0; at < bytes.size(); at += record_size()) {
    const VectorHead head = read_head(bytes.data() + at);
    if (!std::isfinite(head.scale)) throw Error(ErrorKind::corrupt, "a section has a vector that is none");
    SectionVector& v = out.emplace_back(SectionVector{head.section, {head.scale, {}}});
    const auto* values = reinterpret_cast<const int8_t*>(bytes.data() + at + sizeof head);
    v.vector.values.assign(values, values + dimension_);
  }
  return out;
}

}  // namespace signpost
