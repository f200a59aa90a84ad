// request_parser.h - reads one HTTP/1.x request out of bytes (RFC 9112), strictly: what two programs could
// read differently is refused, so that a proxy in front and this service always mean the same request. Tested
// by tests/unit/net/request_parser_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "net/message.h"

namespace signpost {

// In bytes.
struct RequestLimits {
  size_t line = 16 << 10;  // the request line: a pasted text, at nine bytes for each Chinese character
  size_t head = 24 << 10;  // request line and headers
  size_t body = 64 << 10;  // without the framing of chunks
};

inline constexpr size_t kMaxHeaders = 100;  // fields of a head

// Remembers how far it has come, so that bytes that drip in one by one are looked at once each.
class RequestParser {
 public:
  enum class State { incomplete, complete, refused };

  // `bytes` is all that has come since the request began: what the call before had, and perhaps more.
  State parse(std::string_view bytes, const RequestLimits& limits);

  // The status of a refused one: 400, 413, 414 or 431.
  int status() const { return status_; }
  // How many bytes a complete one has, body included.
  size_t size() const { return line_; }
  // Whether the client lets the connection be used again after a complete one.
  bool keeps_connection() const { return !close_; }
  // Of an incomplete one: whether its client sends the body only when it hears that it may (RFC
  // 9110, 10.1.1).
  bool awaits_continue(std::string_view bytes) const;
  // A complete one, from the same bytes.
  Request request(std::string_view bytes) const;
  // Of one that is refused, or has not come to its end: what can be read of it, so that whoever refuses it
  // knows to whom. nullopt where it has no path.
  std::optional<Request> beginning(std::string_view bytes) const;

 private:
  enum class Phase : uint8_t { request_line, headers, fixed_body, chunk_size, chunk_data, trailers, done };

  bool step(std::string_view bytes, const RequestLimits& limits);
  bool step_line(std::string_view bytes, const RequestLimits& limits);
  // The next line without its end, nullopt while it is incomplete or when it can't be one.
  std::optional<std::string_view> next_line(std::string_view bytes);
  int status_of_excess(const RequestLimits& limits) const;
  void take_request_line(std::string_view line);
  void take_header(std::string_view line);
  void take_framing(std::string_view name, std::string_view value);
  void take_chunk_size(std::string_view line, const RequestLimits& limits);
  void end_head(const RequestLimits& limits);
  void refuse(int status) { status_ = status; }

  Phase phase_ = Phase::request_line;
  bool is_old_ = false;        // HTTP/1.0
  bool forbids_body_ = false;  // GET, HEAD
  bool close_ = false;
  bool has_host_ = false;
  bool chunked_ = false;
  bool expects_continue_ = false;
  uint16_t headers_ = 0;
  int status_ = 0;
  size_t begin_ = 0;              // behind an empty line before the request
  size_t part_ = 0;               // where the head, or the trailers, begin
  size_t line_ = 0;               // where the line that is incomplete begins
  size_t scanned_ = 0;            // up to here it has no end
  size_t body_ = 0;               // bytes of all chunks so far
  std::optional<size_t> length_;  // Content-Length
};

}  // namespace signpost
