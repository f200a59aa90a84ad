// embedder.h - asks a server of embeddings for the vectors of texts: the API that such servers share,
// POST /v1/embeddings (OpenAI's, which llama.cpp, Ollama, TEI and others speak).
// Tested by tests/unit/meaning/embedder_test.cc and tests/embedder/embedder_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "content/site.h"
#include "net/http_client.h"

namespace signpost {

// Many models give a question and a text that answers it other vectors than two texts.
enum class TextKind : uint8_t { passage, query };

// The environment variable that has the key of an embedder.
inline constexpr const char* kEmbedderKeyVariable = "SIGNPOST_EMBEDDER_KEY";

// What of a text is sent, in characters: as much as most models read at least.
inline constexpr size_t kMaxEmbeddedCharacters = 2'000;

struct EmbedderOptions {
  std::string url;  // http or https; with or without /v1 or /v1/embeddings at its end
  std::string key;  // sent as a bearer token, shown nowhere; "" for none
  MeaningSettings settings;
};

// No vectors came. The message says why, for a person, and names the URL without what is secret in it.
class EmbedderFailure : public Error {
 public:
  enum class Kind {
    busy,       // may pass: 429, 503 and their like, no connection
    late,       // the deadline passed
    failed,     // 500: may pass, or may be because of these texts
    too_large,  // fewer or shorter texts may do: 413, or 400 and 422, with which some servers say the same
    refused,    // will be so again: another status, or an answer that isn't what was asked for
  };
  // `said`: the server's own words, which may repeat what it was asked.
  EmbedderFailure(Kind kind, const std::string& message, std::chrono::seconds retry_after = {},
                  const std::string& said = "")
      : Error(ErrorKind::io, said.empty() ? message : message + ": " + said),
        failure_(kind),
        retry_after_(retry_after),
        message_without_said_(message) {}
  Kind failure() const { return failure_; }
  // For logs that must not have the texts.
  const std::string& message_without_said() const { return message_without_said_; }
  std::chrono::seconds retry_after() const { return retry_after_; }  // as the server says; 0 when it doesn't

 private:
  Kind failure_;
  std::chrono::seconds retry_after_;
  std::string message_without_said_;
};

// Safe from many threads.
class Embedder {
 public:
  // Throws Error{usage} for a URL or a key that is none. Asks nothing.
  explicit Embedder(EmbedderOptions options);

  // The vectors of the texts, in their order: all of one dimension, each of length 1. One request, one
  // answer; blocks until the deadline at most. Throws EmbedderFailure. REQUIRES: there is a
  // text, and none is empty: some servers refuse that.
  std::vector<std::vector<float>> embed(TextKind kind, std::span<const std::string> texts,
                                        std::chrono::milliseconds deadline) const;

  // What names the vectors of one kind: the model, or where none is named the URL.
  std::string model_id(TextKind kind) const;
  const std::string& prefix(TextKind kind) const;

 private:
  const std::string& model(TextKind kind) const;
  std::string request_body(TextKind kind, std::span<const std::string> texts) const;

  EmbedderOptions options_;
  std::string endpoint_;
  std::string shown_url_;
  HttpClient client_;
};

}  // namespace signpost
