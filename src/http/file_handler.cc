// file_handler.cc - images and downloads that articles refer to, copied into the generation by the indexer.
#include "http/content_coding.h"
#include "http/handlers.h"
#include "index/file_io.h"

namespace signpost {
namespace {

constexpr uint64_t kHeldInMemory = 256 << 10;  // bytes; larger files are sent as they are, never compressed

void put_file(const std::string& path, Response& response) {
  auto file = std::make_shared<const RandomFile>(path);
  const uint64_t size = file->size();
  if (size > kHeldInMemory) {
    response.file = {std::move(file), size};
  } else {
    file->read(0, size, response.body);
  }
}

}  // namespace

// The tag of a file is its SHA-256, so that a newly published generation makes none stale that it has too.
std::optional<StaticContent> file_content(const Context& context) {
  const std::string& relative = context.arguments.back();
  const ManifestFile* file = context.generation->find_file(relative);
  if (file == nullptr) return std::nullopt;
  const std::string type = content_type_of(relative);
  return StaticContent{file->sha256, type,
                       file->size <= kHeldInMemory && is_worth_compressing(type, file->size)};
}

Response handle_file(const Context& context) {
  const std::string& relative = context.arguments.back();
  if (context.generation->find_file(relative) == nullptr) return text_response(404, "");
  Response response;
  response.content_type = content_type_of(relative);
  put_file(context.searcher().generation_dir() + "/files/" + relative, response);
  // Whatever an author has put into a file of their own, it does not run on this origin.
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox");
  // An SVG is shown by <img>, which runs nothing in it; opened by itself it would be a document with scripts.
  const bool is_svg = response.content_type.starts_with("image/svg");
  const bool can_be_shown = (response.content_type.starts_with("image/") && !is_svg) ||
                            response.content_type.starts_with("video/") ||
                            response.content_type.starts_with("text/plain") ||
                            response.content_type == "application/pdf";
  if (!can_be_shown) response.headers.emplace_back("Content-Disposition", "attachment");
  return response;
}

}  // namespace signpost
