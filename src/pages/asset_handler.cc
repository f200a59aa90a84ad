// asset_handler.cc - the files of web/: styles, scripts, icons, the description of the API.
#include "net/content_coding.h"
#include "net/entity_tag.h"
#include "pages/pages.h"

namespace signpost {
namespace {

const WebFile* asked_asset(const PageContext& context) {
  return context.services.assets.find(context.arguments.back());
}

const WebFile* favicon_file(const PageContext& context) {
  return context.services.assets.find("favicon.svg");
}
const WebFile* description(const PageContext& context) {
  return context.services.assets.find("openapi.json");
}

std::string brand_of(const PageContext& context) {
  return context.generation ? context.generation->brand_css() : brand_css(Site{}.brand_color);
}

std::optional<StaticContent> content_of_asset(const WebFile* asset) {
  if (asset == nullptr) return std::nullopt;
  return StaticContent{asset->hash, asset->content_type,
                       is_worth_compressing(asset->content_type, asset->bytes.size())};
}

Response asset_response(const PageContext& context, const WebFile* asset, CachePolicy cache) {
  if (asset == nullptr) return text_response(404, "");
  Response response;
  response.content_type = asset->content_type;
  response.cache = cache;
  response.body = context.services.assets.encoded(*asset, context.encoding);
  if (context.encoding != Encoding::identity)
    response.headers.emplace_back("Content-Encoding", content_coding(context.encoding));
  return response;
}

}  // namespace

std::optional<StaticContent> asset_content(const PageContext& context) {
  return content_of_asset(asked_asset(context));
}
std::optional<StaticContent> openapi_content(const PageContext& context) {
  return content_of_asset(description(context));
}
std::optional<StaticContent> favicon_content(const PageContext& context) {
  return content_of_asset(favicon_file(context));
}

std::optional<StaticContent> brand_content(const PageContext& context) {
  return StaticContent{fingerprint({brand_of(context)}), "text/css; charset=utf-8", false};
}

Response send_asset(const PageContext& context) {
  const WebFile* file = asked_asset(context);
  const bool immutable = file != nullptr && Assets::is_fingerprinted(*file, context.arguments.back());
  return asset_response(context, file, immutable ? CachePolicy::immutable : CachePolicy::revalidate);
}

Response send_brand(const PageContext& context) {
  Response response;
  response.content_type = "text/css; charset=utf-8";
  response.body = brand_of(context);
  return response;
}

Response send_openapi(const PageContext& context) {
  return asset_response(context, description(context), CachePolicy::revalidate);
}

Response send_favicon(const PageContext& context) {
  return asset_response(context, favicon_file(context), CachePolicy::revalidate);
}

}  // namespace signpost
