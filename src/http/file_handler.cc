// file_handler.cc - images and downloads that articles refer to, copied into the generation by the indexer.
#include <fstream>
#include <sstream>

#include "http/handlers.h"

namespace signpost {

Response handle_file(const Context& context) {
  const std::string& relative = context.arguments.back();
  if (!context.generation->has_file(relative)) return text_response(404, "");
  std::ifstream file(context.searcher().generation_dir() + "/files/" + relative, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  Response response;
  response.content_type = content_type_of(relative);
  response.body = bytes.str();
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
