// section_vectors.h - vectors.bin: what the sections of a generation's documents mean, as directions.
// Tested by tests/unit/index/section_vectors_test.cc.
//
// Layout (little-endian): uint32_t {dimension, documents, vectors}; uint32_t first[documents + 1], the number
// of each document's first vector; then a record for each vector: float scale; uint32_t section;
// int8_t value[dimension]. A vector is scale * value: of length 1, the mean of all of the document's language
// taken off before: what they share says nothing, and what two languages say of one thing meets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/file_io.h"
#include "index/quantized_vector.h"

namespace signpost {

// A section and the cosine of the angle between its vector and the one asked for, -1..1.
struct NearSection {
  uint32_t section = 0;
  float cosine = 0;
};

struct SectionVector {
  uint32_t section = 0;
  QuantizedVector vector;
};

// Writes the file front to back, so that it needs no memory for the vectors.
class SectionVectorsWriter {
 public:
  // `counts`: of the vectors of each document, by number - 1. REQUIRES: 0 < dimension <= kMaxDimension.
  SectionVectorsWriter(const std::string& path, uint32_t dimension, std::span<const uint32_t> counts);
  // Those of the first document first. REQUIRES: of the dimension, and as many as was said.
  void add(const SectionVector& vector);
  void close();

 private:
  AppendFile file_;
};

// Safe to use from many threads. Only where each document's vectors begin is in memory.
class SectionVectors {
 public:
  // Throws Error{not_found, io}, and Error{corrupt} where sizes and numbers don't fit each other.
  explicit SectionVectors(const std::string& path);

  uint32_t dimension() const { return dimension_; }
  uint32_t documents() const { return static_cast<uint32_t>(first_.size() - 1); }
  uint32_t count() const { return first_.back(); }

  // The section of a document that is nearest to `query`, the first one of several; nullopt where the
  // document has no vectors. REQUIRES: 1 <= number <= documents(), query.values.size() == dimension().
  std::optional<NearSection> nearest(uint32_t number, const QuantizedVector& query) const;

  // All vectors of a document. Throws Error{corrupt} for one that is none.
  std::vector<SectionVector> read(uint32_t number) const;

 private:
  size_t record_size() const { return 2 * sizeof(uint32_t) + dimension_; }
  void read_records(uint32_t number, std::string& out) const;

  RandomFile file_;
  uint32_t dimension_ = 0;
  std::vector<uint32_t> first_;
  uint64_t records_at_ = 0;
};

}  // namespace signpost
