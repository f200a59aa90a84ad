// stored_file.cc - see stored_file.h.
#include "pages/stored_file.h"

#include "base/file_io.h"
#include "net/content_coding.h"
#include "pages/assets.h"

namespace signpost {
namespace {

constexpr uint64_t kHeldInMemory = 256 << 10;  // bytes; larger files are sent as they are, never compressed

}  // namespace

std::optional<StaticContent> stored_content(const Context& context, const std::string& path) {
  const ManifestFile* file = context.generation->find_file(path);
  if (file == nullptr) return std::nullopt;
  const std::string type = content_type_of(path);
  return StaticContent{file->sha256, type,
                       file->size <= kHeldInMemory && is_worth_compressing(type, file->size)};
}

Response stored_file(const Context& context, const std::string& path) {
  if (context.generation->find_file(path) == nullptr) return text_response(404, "");
  Response response;
  response.content_type = content_type_of(path);
  auto file = std::make_shared<const RandomFile>(context.searcher().generation_dir() + "/" + path);
  const uint64_t size = file->size();
  if (size > kHeldInMemory) {
    response.file = {std::move(file), size};
  } else {
    file->read(0, size, response.body);
  }
  return response;
}

}  // namespace signpost
