// request_search.h - requests as staff look for them: by state, product, language, code and words.
// Tested by tests/unit/store/request_search_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sqlite/database.h"
#include "store/request.h"

namespace signpost {

// What is empty asks for nothing.
struct RequestQuery {
  std::optional<RequestState> state = {};
  std::string product = {};
  std::string lang = {};
  std::string assignee = {};
  std::string text = {};  // a code, however it is typed, or words that all stand in what the person wrote
  int64_t first = 0;
  int64_t most = 50;
};

inline constexpr size_t kMaxSoughtWords = 8;

struct FoundRequest {
  std::string code;  // as shown_code() writes it
  RequestState state = RequestState::received;
  int64_t received_at = 0;
  std::string lang;
  std::string product;
  std::string reply_to;
  std::string name;
  std::string beginning;   // of the message
  std::string assignee;    // "" for nobody
  bool is_merged = false;  // it goes on in another one
};

struct FoundRequests {
  int64_t total = 0;
  std::vector<FoundRequest> requests;
};

// Those that somebody waits for come first (received, passed on), then the others; of each the newest first.
// Letters of ASCII count the same in either case.
FoundRequests search_requests(SqliteDatabase& database, const RequestQuery& query);

// As much of a request as tells what it is about.
struct RequestGist {
  std::string code;  // as shown_code() writes it
  std::string lang;
  std::string message;  // the beginning of it
  RequestPacket packet;
  bool is_merged = false;
};
inline constexpr int kGistCharacters = 1000;
// The newest first, at most `most`.
void each_gist(SqliteDatabase& database, int64_t most, const std::function<void(const RequestGist&)>& use);

// What requests can be narrowed to: the values that most of them have, at most `most` of each.
struct RequestValues {
  std::vector<std::string> products;
  std::vector<std::string> languages;
};
RequestValues request_values(SqliteDatabase& database, int64_t most);

}  // namespace signpost
