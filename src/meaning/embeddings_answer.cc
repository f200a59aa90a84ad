// embeddings_answer.cc - see embeddings_answer.h.
#include "meaning/embeddings_answer.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/base64.h"
#include "base/error.h"
#include "base/json_limits.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "index/quantized_vector.h"

namespace signpost {
namespace {

// A component as servers write them is up to 25 letters with its comma; the rest is room for `usage` and the
// like.
constexpr size_t kMaxComponentBytes = 32;
constexpr size_t kRoomBytes = size_t{64} << 10;

// Behind which what is said of an error is cut.
constexpr size_t kMaxSaidBytes = 300;

[[noreturn]] void fail(const std::string& what) { throw Error(ErrorKind::io, what); }

std::vector<float> floats_of_base64(std::string_view text) {
  const std::optional<std::string> decoded = from_base64(text);
  if (!decoded) fail("a vector that is no base64");
  const std::string& bytes = *decoded;
  if (bytes.size() % sizeof(float) != 0) fail("a vector whose base64 ends within a component");
  std::vector<float> vector(bytes.size() / sizeof(float));
  if (!vector.empty()) std::memcpy(vector.data(), bytes.data(), bytes.size());
  return vector;
}

std::vector<float> floats_of(const nlohmann::json& item) {
  const auto embedding = item.is_object() ? item.find("embedding") : item.end();
  if (embedding == item.end()) fail("an item without a vector");
  if (embedding->is_string()) return floats_of_base64(embedding->get_ref<const std::string&>());
  if (!embedding->is_array()) fail("a vector that is neither a list nor base64");
  std::vector<float> vector;
  vector.reserve(embedding->size());
  for (const nlohmann::json& component : *embedding) {
    if (!component.is_number()) fail("a vector with a component that is no number");
    vector.push_back(component.get<float>());
  }
  return vector;
}

void normalise(std::vector<float>& vector) {
  double sum = 0;
  for (const float component : vector) {
    if (!std::isfinite(component)) fail("a vector with a component that is not finite");
    sum += static_cast<double>(component) * component;
  }
  if (sum == 0) fail("a vector of zeros");
  const double length = std::sqrt(sum);
  for (float& component : vector) component = static_cast<float>(component / length);
}

// Where among the vectors an item belongs.
size_t place_of(const nlohmann::json& item, size_t nth, size_t count) {
  const auto index = item.is_object() ? item.find("index") : item.end();
  if (index == item.end()) return nth;
  if (!index->is_number_unsigned() || index->get<uint64_t>() >= count) fail("an index that nobody asked for");
  return index->get<size_t>();
}

nlohmann::json parse_answer(std::string_view body, size_t count) {
  try {
    check_json(body, {max_embeddings_bytes(count), 8, count * (kMaxDimension + 16) + 1000});
  } catch (const Error&) {
    fail("larger or deeper JSON than an answer may be");
  }
  nlohmann::json json = nlohmann::json::parse(body, nullptr, false);
  if (json.is_discarded()) fail("what is no JSON");
  return json;
}

// Null for what is no JSON, or too much of it.
nlohmann::json parse_small(std::string_view text) {
  try {
    check_json(text, {kRoomBytes, 16, 1000});
  } catch (const Error&) {
    return nullptr;
  }
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  return json.is_discarded() ? nlohmann::json() : json;
}

}  // namespace

size_t max_embeddings_bytes(size_t count) { return kRoomBytes + count * kMaxDimension * kMaxComponentBytes; }

std::vector<std::vector<float>> read_embeddings(std::string_view body, size_t count) {
  const nlohmann::json json = parse_answer(body, count);
  const auto data = json.is_object() ? json.find("data") : json.end();
  if (data == json.end() || !data->is_array()) fail("no list \"data\"");
  if (data->size() != count) {
    fail(std::to_string(data->size()) + " vectors for " + std::to_string(count) + " texts");
  }
  std::vector<std::vector<float>> vectors(count);
  for (size_t nth = 0; nth < count; ++nth) {
    const nlohmann::json& item = (*data)[nth];
    std::vector<float>& vector = vectors[place_of(item, nth, count)];
    if (!vector.empty()) fail("two vectors of one index");
    vector = floats_of(item);
    if (vector.size() < kMinDimension || vector.size() > kMaxDimension) {
      fail("a vector of " + std::to_string(vector.size()) + " components");
    }
    normalise(vector);
  }
  for (const std::vector<float>& vector : vectors) {
    if (vector.size() != vectors[0].size()) {
      fail("vectors of " + std::to_string(vectors[0].size()) + " and of " + std::to_string(vector.size()) +
           " components");
    }
  }
  return vectors;
}

std::string said_of_error(std::string_view body) {
  std::string said(body);
  const nlohmann::json json = parse_small(body);
  const auto error = json.is_object() ? json.find("error") : json.end();
  if (error != json.end() && error->is_string()) said = *error;
  if (error != json.end() && error->is_object() && error->contains("message")) {
    const nlohmann::json& message = (*error)["message"];
    if (message.is_string()) said = message;
  }
  said.resize(whole_characters(said, kMaxSaidBytes));
  return printable(said);
}

}  // namespace signpost
