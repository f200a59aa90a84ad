// http_response.cc - see http_response.h.
#include "api/http_response.h"

#include <cstdio>

#include "base/file_io.h"
#include "net/content_coding.h"

namespace signpost {
namespace {

constexpr uint64_t kHeldInMemory = 256 << 10;  // bytes; larger files are sent as they are, never compressed

// Whatever an author has put into a file of their own, it does not run on this origin.
void add_author_headers(Response& response) {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox");
  // An SVG is shown by <img>, which runs nothing in it; opened by itself it would be a document with scripts.
  const std::string& type = response.content_type;
  const bool is_svg = type.starts_with("image/svg");
  const bool can_be_shown = (type.starts_with("image/") && !is_svg) || type.starts_with("video/") ||
                            type.starts_with("audio/") || type.starts_with("text/plain") ||
                            type == "application/pdf";
  if (!can_be_shown) response.headers.emplace_back("Content-Disposition", "attachment");
}

void add_file(const StoredFile& stored, Response& response) {
  auto file = std::make_shared<const RandomFile>(stored.path);
  const uint64_t size = file->size();
  if (size > kHeldInMemory) {
    response.file = {std::move(file), size};
  } else {
    file->read(0, size, response.body);
  }
  if (stored.written_by == WrittenBy::author) add_author_headers(response);
}

}  // namespace

StaticContent content_of(const StoredFile& file) {
  return {file.sha256, file.media_type,
          file.size <= kHeldInMemory && is_worth_compressing(file.media_type, file.size)};
}

Response response_of(const Answer& answer) {
  Response response;
  response.status = answer.status;
  response.content_type = answer.media_type;
  response.body = answer.text;
  if (answer.of_this_moment) response.cache = CachePolicy::no_store;
  if (answer.search) add_facts(*answer.search, response);
  if (!answer.location.empty()) response.headers.emplace_back("Location", answer.location);
  if (answer.retry_after > 0)
    response.headers.emplace_back("Retry-After", std::to_string(answer.retry_after));
  response.noticed = answer.noticed;
  if (answer.file) add_file(*answer.file, response);
  return response;
}

Response problem_response(const Problem& problem) { return response_of(problem_answer(problem)); }

void add_facts(const SearchFacts& facts, Response& response) {
  response.search = facts.outcome;
  char timing[48];
  std::snprintf(timing, sizeof timing, "search;dur=%.2f", facts.took_ms);
  response.headers.emplace_back("Server-Timing", timing);
}

}  // namespace signpost
