// file_operation.cc - see file_operation.h.
#include "api/file_operation.h"

#include "index/generation_files.h"

namespace signpost {
namespace {

Answer answer_file(const OperationContext& context, const Parameters& arguments) {
  return file_answer(file(context, arguments.get("path").value_or("")));
}

}  // namespace

std::optional<StoredFile> file(const OperationContext& context, const std::string& path) {
  return find_stored_file(*context.generation, std::string(kAssetFolder) + "/" + path, WrittenBy::author);
}

Operation file_operation() {
  return {.door = {.name = "file",
                   .path = "/files/{path*}",
                   .method = Method::get,
                   .effect = Effect::reads_generation,
                   .audience = Audience::anybody,
                   .origins = Origins::show,
                   .reader = Reader::people,
                   .language = LanguageFrom::nothing,
                   .tag = Tag::bytes,
                   .keep = Keep::no,
                   .ranges = Ranges::single},
          .parameters = {},
          .answer = answer_file};
}

}  // namespace signpost
