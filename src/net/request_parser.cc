// request_parser.cc - see request_parser.h.
#include "net/request_parser.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "net/url.h"

namespace signpost {
namespace {

constexpr size_t kMaxChunkLine = 256;

// RFC 9110, 5.6.2.
bool is_token(std::string_view text) {
  static constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || kMarks.find(c) != std::string_view::npos;
  });
}

// A name or an address and perhaps a port; nothing that a URL made of it could be misled by.
bool is_host(std::string_view text) {
  static constexpr std::string_view kMarks = "-._~%!$&'()*+;=:[]";
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alnum(c) || kMarks.find(c) != std::string_view::npos; });
}

// Digits only: no sign, no list, no space.
std::optional<size_t> parse_length(std::string_view text, int base) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  const bool digits = !text.empty() && text[0] != '-' && end == text.data() + text.size();
  return error == std::errc() && digits ? std::optional(value) : std::nullopt;
}

bool has_item(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const size_t end = std::min(list.find(','), list.size());
    if (lower_case(trimmed(list.substr(0, end))) == wanted) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

struct RequestLine {
  std::string_view method, target, version;
};

// Three words with one space between each two.
std::optional<RequestLine> split_request_line(std::string_view line) {
  const size_t first = line.find(' ');
  const size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  return RequestLine{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
}

// "/path" of "/path?query" or "http://host/path?query", however the rest is written; "" for none.
std::string path_of_target(std::string_view target) {
  Request request;
  if (parse_target(target.substr(0, target.find('?')), request)) return request.path;
  return target.starts_with('/') ? std::string(target.substr(0, target.find_first_of("?#%\\ "))) : "";
}

std::string_view take_line(std::string_view& bytes) {
  const size_t end = bytes.find("\r\n");
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 2);
  return line;
}

std::optional<size_t> chunk_size(std::string_view line) {
  return parse_length(line.substr(0, line.find(';')), 16);
}

// Of a body that has been found complete.
std::string joined_chunks(std::string_view bytes) {
  std::string body;
  for (size_t size = *chunk_size(take_line(bytes)); size > 0; size = *chunk_size(take_line(bytes))) {
    body += bytes.substr(0, size);
    bytes.remove_prefix(size + 2);
  }
  return body;
}

}  // namespace

RequestParser::State RequestParser::parse(std::string_view bytes, const RequestLimits& limits) {
  while (status_ == 0 && phase_ != Phase::done && step(bytes, limits)) {
  }
  if (status_ != 0) return State::refused;
  return phase_ == Phase::done ? State::complete : State::incomplete;
}

// False when more bytes are needed.
bool RequestParser::step(std::string_view bytes, const RequestLimits& limits) {
  switch (phase_) {
    case Phase::fixed_body:
      if (bytes.size() < line_ + *length_) return false;
      line_ += *length_;
      phase_ = Phase::done;
      return true;
    case Phase::chunk_data: {
      // `scanned_` is the end of the data; behind it stands the end of a line.
      const std::string_view end = bytes.substr(std::min(scanned_, bytes.size()), 2);
      if (!std::string_view("\r\n").starts_with(end)) refuse(400);
      if (end.size() < 2) return false;
      line_ = scanned_ += 2;
      phase_ = Phase::chunk_size;
      return true;
    }
    default:
      return step_line(bytes, limits);
  }
}

bool RequestParser::step_line(std::string_view bytes, const RequestLimits& limits) {
  const std::optional<std::string_view> line = next_line(bytes);
  if (status_ != 0) return false;
  if (const int excess = status_of_excess(limits); excess != 0) {
    refuse(excess);
    return false;
  }
  if (!line) return false;
  switch (phase_) {
    case Phase::request_line:
      take_request_line(*line);
      break;
    case Phase::chunk_size:
      take_chunk_size(*line, limits);
      break;
    default:
      if (!line->empty()) {
        take_header(*line);
      } else if (phase_ == Phase::headers) {
        end_head(limits);
      } else {
        phase_ = Phase::done;
      }
  }
  return true;
}

std::optional<std::string_view> RequestParser::next_line(std::string_view bytes) {
  for (; scanned_ < bytes.size(); ++scanned_) {
    const auto byte = static_cast<unsigned char>(bytes[scanned_]);
    if ((byte >= 0x20 && byte != 0x7F) || byte == '\t') continue;
    if (byte != '\r') {  // a line feed comes behind a carriage return only
      refuse(400);
      return std::nullopt;
    }
    if (scanned_ + 1 == bytes.size()) return std::nullopt;
    if (bytes[scanned_ + 1] != '\n') {
      refuse(400);
      return std::nullopt;
    }
    const std::string_view line = bytes.substr(line_, scanned_ - line_);
    line_ = scanned_ += 2;
    return line;
  }
  return std::nullopt;
}

int RequestParser::status_of_excess(const RequestLimits& limits) const {
  switch (phase_) {
    case Phase::request_line:
      return scanned_ - part_ > limits.line ? 414 : 0;
    case Phase::chunk_size:
      // Chunks of one byte each, with extensions, would be a thousand times their content.
      if (scanned_ - part_ > 2 * limits.body + kMaxChunkLine) return 413;
      return scanned_ - line_ > kMaxChunkLine ? 400 : 0;
    default:
      return scanned_ - part_ > limits.head ? 431 : 0;
  }
}

void RequestParser::take_request_line(std::string_view line) {
  if (line.empty() && begin_ == 0) {  // RFC 9112, 2.2: one empty line before a request is ignored
    begin_ = part_ = line_;
    return;
  }
  const std::optional<RequestLine> words = split_request_line(line);
  if (!words || !is_token(words->method)) return refuse(400);
  if (words->version != "HTTP/1.1" && words->version != "HTTP/1.0") return refuse(400);
  Request ignored;
  if (!parse_target(words->target, ignored)) return refuse(400);
  is_old_ = words->version == "HTTP/1.0";
  close_ = is_old_;
  forbids_body_ = words->method == "GET" || words->method == "HEAD";
  phase_ = Phase::headers;
}

void RequestParser::take_header(std::string_view line) {
  const size_t colon = line.find(':');
  // A folded line begins with a space, which no name has.
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return refuse(400);
  if (++headers_ > kMaxHeaders) return refuse(431);
  if (phase_ == Phase::headers)
    take_framing(lower_case(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
}

void RequestParser::take_framing(std::string_view name, std::string_view value) {
  if (name == "host") {
    if (has_host_ || !is_host(value)) return refuse(400);
    has_host_ = true;
  } else if (name == "content-length") {
    if (length_ || !(length_ = parse_length(value, 10))) return refuse(400);
  } else if (name == "transfer-encoding") {
    if (chunked_ || is_old_ || lower_case(value) != "chunked") return refuse(400);
    chunked_ = true;
  } else if (name == "connection") {
    close_ = close_ || has_item(value, "close");
  } else if (name == "expect") {
    expects_continue_ = !is_old_ && lower_case(value) == "100-continue";
  }
}

void RequestParser::end_head(const RequestLimits& limits) {
  if (!has_host_ && !is_old_) return refuse(400);
  const bool has_body = chunked_ || length_.value_or(0) > 0;
  if (has_body && (forbids_body_ || (chunked_ && length_))) return refuse(400);
  if (length_.value_or(0) > limits.body) return refuse(413);
  part_ = line_;
  phase_ = chunked_ ? Phase::chunk_size : has_body ? Phase::fixed_body : Phase::done;
}

void RequestParser::take_chunk_size(std::string_view line, const RequestLimits& limits) {
  const std::optional<size_t> size = chunk_size(line);
  if (!size) return refuse(400);
  if (*size > limits.body - body_) return refuse(413);
  body_ += *size;
  if (*size == 0) {
    part_ = line_;
    phase_ = Phase::trailers;
    return;
  }
  scanned_ = line_ + *size;
  phase_ = Phase::chunk_data;
}

bool RequestParser::awaits_continue(std::string_view bytes) const {
  const bool is_at_body = phase_ == Phase::fixed_body || (phase_ == Phase::chunk_size && body_ == 0);
  return expects_continue_ && is_at_body && bytes.size() == part_;
}

Request RequestParser::request(std::string_view bytes) const {
  Request request;
  std::string_view rest = bytes.substr(begin_);
  const std::optional<RequestLine> words = split_request_line(take_line(rest));
  request.method = words->method;
  parse_target(words->target, request);
  for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
    const size_t colon = line.find(':');
    request.headers.emplace_back(lower_case(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  request.body = chunked_ ? joined_chunks(rest) : std::string(rest.substr(0, length_.value_or(0)));
  return request;
}

std::optional<Request> RequestParser::beginning(std::string_view bytes) const {
  std::string_view rest = bytes.substr(std::min(begin_, bytes.size()));
  const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
  const size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_token(line.substr(0, space))) return std::nullopt;
  const std::string_view target = line.substr(space + 1, line.find(' ', space + 1) - space - 1);
  Request request;
  request.method = line.substr(0, space);
  if (!parse_target(target, request)) {
    request.path = request.raw_path = path_of_target(target);
    request.query = {};
  }
  if (request.path.empty()) return std::nullopt;
  while (rest.find("\r\n") != std::string_view::npos) {
    const std::string_view header = take_line(rest);
    if (header.empty()) break;
    const size_t colon = header.find(':');
    if (colon == std::string_view::npos || !is_token(header.substr(0, colon))) continue;
    request.headers.emplace_back(lower_case(header.substr(0, colon)), trimmed(header.substr(colon + 1)));
  }
  return request;
}

}  // namespace signpost
