// embedder.cc - see embedder.h.
#include "meaning/embedder.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "meaning/embeddings_answer.h"

namespace signpost {
namespace {

std::string endpoint_of(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  if (url.ends_with("/embeddings")) return url;
  return url + (url.ends_with("/v1") ? "/embeddings" : "/v1/embeddings");
}

std::string_view first_characters(std::string_view text, size_t count) {
  size_t end = 0;
  while (count > 0 && end < text.size()) {
    next_code_point(text, end);
    --count;
  }
  return text.substr(0, end);
}

EmbedderFailure::Kind kind_of_status(int status) {
  using Kind = EmbedderFailure::Kind;
  if (status == 413 || status == 400 || status == 422) return Kind::too_large;
  if (status == 500) return Kind::failed;
  return status == 408 || status == 429 || status > 500 ? Kind::busy : Kind::refused;
}

// A server may repeat what it was sent.
std::string without_key(std::string text, const std::string& key) {
  if (key.empty()) return text;
  for (size_t at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
    text.replace(at, key.size(), "(key)");
  }
  return text;
}

}  // namespace

Embedder::Embedder(EmbedderOptions options)
    : options_(std::move(options)),
      endpoint_(endpoint_of(options_.url)),
      shown_url_(url_for_messages(endpoint_)) {
  if (options_.key.find_first_of("\r\n") != std::string::npos) {
    throw Error(ErrorKind::usage,
                std::string("the key of the embedder (") + kEmbedderKeyVariable + ") has a line end in it");
  }
}

const std::string& Embedder::model(TextKind kind) const {
  const MeaningSettings& settings = options_.settings;
  return kind == TextKind::query && !settings.query_model.empty() ? settings.query_model : settings.model;
}

const std::string& Embedder::prefix(TextKind kind) const {
  return kind == TextKind::query ? options_.settings.query_prefix : options_.settings.passage_prefix;
}

std::string Embedder::model_id(TextKind kind) const { return model(kind).empty() ? shown_url_ : model(kind); }

std::string Embedder::request_body(TextKind kind, std::span<const std::string> texts) const {
  nlohmann::json input = nlohmann::json::array();
  for (const std::string& text : texts) {
    input.push_back(prefix(kind) + std::string(first_characters(text, kMaxEmbeddedCharacters)));
  }
  nlohmann::json body = {{"input", std::move(input)}, {"encoding_format", "float"}};
  if (!model(kind).empty()) body["model"] = model(kind);
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::vector<float>> Embedder::embed(TextKind kind, std::span<const std::string> texts,
                                                std::chrono::milliseconds deadline) const {
  HttpPost post{endpoint_,
                {{"Content-Type", "application/json"}, {"Accept", "application/json"}},
                request_body(kind, texts),
                deadline,
                max_embeddings_bytes(texts.size())};
  if (!options_.key.empty()) post.headers.emplace_back("Authorization", "Bearer " + options_.key);
  HttpAnswer answer;
  try {
    answer = client_.post(post);
  } catch (const HttpFailure& failure) {
    using From = HttpFailure::Kind;
    using To = EmbedderFailure::Kind;
    throw EmbedderFailure(failure.failure() == From::late       ? To::late
                          : failure.failure() == From::too_long ? To::refused
                                                                : To::busy,
                          failure.what());
  }
  if (answer.status != 200) {
    const std::string said = said_of_error(without_key(answer.body, options_.key));
    throw EmbedderFailure(kind_of_status(answer.status),
                          shown_url_ + " answered " + std::to_string(answer.status), answer.retry_after,
                          said);
  }
  try {
    return read_embeddings(answer.body, texts.size());
  } catch (const Error& error) {
    throw EmbedderFailure(EmbedderFailure::Kind::refused, shown_url_ + " answered " + error.what());
  }
}

}  // namespace signpost
