// file_handler.cc - images and downloads that articles refer to, copied into the generation by the indexer.
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "http/handlers.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

// Below GENERATION/files, and no symbolic link out of it; nullopt for anything else.
std::optional<fs::path> path_below(const fs::path& root, const std::string& relative) {
  for (const fs::path& part : fs::path(relative)) {
    if (part == ".." || part == "." || part.empty() || part.is_absolute()) return std::nullopt;
  }
  std::error_code failed;
  const fs::path real_root = fs::canonical(root, failed);
  if (failed) return std::nullopt;
  const fs::path real = fs::canonical(root / relative, failed);
  if (failed || !real.string().starts_with(real_root.string() + "/")) return std::nullopt;
  if (!fs::is_regular_file(real, failed)) return std::nullopt;
  return real;
}

}  // namespace

Response handle_file(const Context& context) {
  const std::string& relative = context.arguments.back();
  const auto path = path_below(fs::path(context.searcher().generation_dir()) / "files", relative);
  if (!path) return text_response(404, "");
  std::ifstream file(*path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  Response response;
  response.content_type = content_type_of(relative);
  response.body = bytes.str();
  // Whatever an author has put into a file of their own, it does not run on this origin.
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  const bool can_be_shown =
      response.content_type.starts_with("image/") || response.content_type.starts_with("video/") ||
      response.content_type.starts_with("text/plain") || response.content_type == "application/pdf";
  if (!can_be_shown) response.headers.emplace_back("Content-Disposition", "attachment");
  return response;
}

}  // namespace signpost
