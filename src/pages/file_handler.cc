// file_handler.cc - images and downloads that articles refer to, copied into the generation by the indexer.
#include "index/generation_files.h"
#include "pages/handlers.h"
#include "pages/stored_file.h"

namespace signpost {
namespace {

std::string file_path(const Context& context) {
  return std::string(kAssetFolder) + "/" + context.arguments.back();
}

}  // namespace

std::optional<StaticContent> file_content(const Context& context) {
  return stored_content(context, file_path(context));
}

Response handle_file(const Context& context) {
  Response response = stored_file(context, file_path(context));
  if (response.status != 200) return response;
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
