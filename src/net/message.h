// message.h - an HTTP request and response as values: what handlers take and give, without any socket.
// Tested by tests/unit/net/message_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

class ByteSource;
struct Noticed;

// Query parameters in the order they were sent, decoded. A repeated name means several values.
class Parameters {
 public:
  Parameters() = default;
  explicit Parameters(std::vector<std::pair<std::string, std::string>> items) : items_(std::move(items)) {}

  // The first value with this name.
  std::optional<std::string> get(std::string_view name) const;
  // Every value with this name that is not empty.
  std::vector<std::string> all(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

  // The same parameters without this name, or without this one value of it.
  Parameters without(std::string_view name) const;
  Parameters without(std::string_view name, std::string_view value) const;
  Parameters with(std::string_view name, std::string_view value) const;
  void add(std::string_view name, std::string_view value) { items_.emplace_back(name, value); }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

struct Request {
  std::string method;                                        // "GET", "HEAD", ...
  std::string path;                                          // decoded, valid UTF-8, starts with '/'
  std::string raw_path;                                      // as it was sent, before the '?'
  Parameters query;                                          // decoded, valid UTF-8
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;                                          // any bytes, without the framing of chunks
  std::string client;     // address that it came from, through listed proxies
  bool by_proxy = false;  // a listed proxy sent it, which is believed what it says of whom it is from

  // "" when there is none; several of one name are joined by ", ".
  std::string header(std::string_view lower_case_name) const;
  size_t header_count(std::string_view lower_case_name) const;
  // A cookie's value, "" when there is none.
  std::string cookie(std::string_view name) const;
};

enum class CachePolicy {
  revalidate,  // may be kept, must be checked by its ETag each time
  personal,    // the same, but only by the visitor's own browser: a cookie of theirs is part of it
  immutable,   // the URL changes whenever the content does
  no_store,    // of this moment only: health, errors
};

enum class SearchOutcome { none, found, nothing };  // none: it was no search

// What is to be sent of a file too large to be held in memory by each who takes it: it goes out piece by
// piece.
struct FileBody {
  std::shared_ptr<const ByteSource> file;
  uint64_t size = 0;    // bytes; 0: there is none
  uint64_t offset = 0;  // of the first of them in the file
};

struct Response {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body;
  FileBody file;                                             // in place of `body`
  std::vector<std::pair<std::string, std::string>> headers;  // beside those that the fields here stand for
  CachePolicy cache = CachePolicy::revalidate;
  std::string etag;                            // quoted, with W/ when it is weak; "" for none
  SearchOutcome search = SearchOutcome::none;  // to be counted
  bool kept = false;                           // nothing had to be made for it
  std::shared_ptr<const Noticed> noticed;      // for who counts (src/insights); null for nothing
};

bool has_header(const Response& response, std::string_view name);
// Unless there is one of this name.
void add_header(Response& response, std::string_view name, std::string_view value);

// Values for the usual answers.
Response text_response(int status, std::string body);
// `location` is a path or URL that is percent-encoded already.
Response redirect(int status, const std::string& location);

// "Not Found" for 404, "" for a status that we never send.
std::string_view reason_phrase(int status);

}  // namespace signpost
