// widget_handler.cc - what pages of other sites load to show this help centre: /widget.js, whose address
// stays, and /widget/VERSION/.. with the rest.
#include "net/content_coding.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr std::string_view kForever = "public, max-age=31536000, immutable";
// A page of another site asks at most once in five minutes; what changes meanwhile fits (widget.js says how).
constexpr std::string_view kBriefly = "public, max-age=300, stale-while-revalidate=86400";

const WebFile* asked_widget_file(const PageContext& context) {
  return context.services.assets.widget().find(context.arguments.back());
}

const WebFile* widget_script(const PageContext& context) { return context.services.assets.widget().entry(); }

std::optional<StaticContent> content_of_widget(const WebFile* file, std::string_view cache_control) {
  if (file == nullptr) return std::nullopt;
  return StaticContent{file->hash, file->content_type,
                       is_worth_compressing(file->content_type, file->bytes.size()), cache_control};
}

Response widget_response(const PageContext& context, const WebFile& file) {
  Response response;
  response.content_type = file.content_type;
  response.body = context.services.assets.encoded(file, context.encoding);
  if (context.encoding != Encoding::identity)
    response.headers.emplace_back("Content-Encoding", content_coding(context.encoding));
  return response;
}

}  // namespace

std::optional<StaticContent> widget_content(const PageContext& context) {
  return content_of_widget(widget_script(context), kBriefly);
}

std::optional<StaticContent> widget_file_content(const PageContext& context) {
  const bool is_fixed = context.services.assets.widget().is_fixed(context.arguments.back());
  return content_of_widget(asked_widget_file(context), is_fixed ? kForever : "");
}

Response send_widget(const PageContext& context) { return widget_response(context, *widget_script(context)); }

Response send_widget_file(const PageContext& context) {
  return widget_response(context, *asked_widget_file(context));
}

}  // namespace signpost
