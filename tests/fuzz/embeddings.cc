// embeddings.cc - fuzz target: an answer of an embedder, whatever it is that answers. The first byte says how
// many texts were sent.
#include <cmath>

#include "base/error.h"
#include "index/quantized_vector.h"
#include "meaning/embeddings_answer.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;

namespace {

void check_vector(const std::vector<float>& vector, size_t dimension) {
  require(vector.size() == dimension, "all have one dimension");
  double sum = 0;
  for (const float component : vector) sum += static_cast<double>(component) * component;
  require(std::fabs(sum - 1) < 1e-3, "a vector has length 1");
  for (const int8_t value : signpost::quantize(vector).values)
    require(value != -128, "a byte has its negative");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const size_t count = 1 + data[0] % 4;
  const std::string_view body = signpost::fuzz::text_of(data + 1, size - 1);
  signpost::fuzz::require_utf8(signpost::said_of_error(body), "what is shown is UTF-8");
  try {
    const auto vectors = signpost::read_embeddings(body, count);
    require(vectors.size() == count, "each text has its vector");
    require(vectors[0].size() >= signpost::kMinDimension && vectors[0].size() <= signpost::kMaxDimension,
            "a dimension is within its limits");
    for (const auto& vector : vectors) check_vector(vector, vectors[0].size());
  } catch (const signpost::Error& error) {
    require(error.kind() == signpost::ErrorKind::io, "a wrong answer is an error of input");
  }
  return 0;
}
