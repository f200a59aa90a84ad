// asset_handler.cc - the files of web/: styles, scripts, icons, the description of the API.
#include "net/content_coding.h"
#include "net/entity_tag.h"
#include "pages/handlers.h"

namespace signpost {
namespace {

const WebFile* asked_asset(const Context& context) {
  return context.services.assets.find(context.arguments.back());
}

const WebFile* favicon(const Context& context) { return context.services.assets.find("favicon.svg"); }
const WebFile* openapi(const Context& context) { return context.services.assets.find("openapi.json"); }

std::string brand_of(const Context& context) {
  return context.generation ? context.generation->brand_css() : brand_css(Site{}.brand_color);
}

std::optional<StaticContent> content_of(const WebFile* asset) {
  if (asset == nullptr) return std::nullopt;
  return StaticContent{asset->hash, asset->content_type,
                       is_worth_compressing(asset->content_type, asset->bytes.size())};
}

Response asset_response(const Context& context, const WebFile* asset, CachePolicy cache) {
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

std::optional<StaticContent> asset_content(const Context& context) {
  return content_of(asked_asset(context));
}
std::optional<StaticContent> openapi_content(const Context& context) { return content_of(openapi(context)); }
std::optional<StaticContent> favicon_content(const Context& context) { return content_of(favicon(context)); }

std::optional<StaticContent> brand_content(const Context& context) {
  return StaticContent{fingerprint({brand_of(context)}), "text/css; charset=utf-8", false};
}

Response handle_asset(const Context& context) {
  const WebFile* asset = asked_asset(context);
  const bool immutable = asset != nullptr && Assets::is_fingerprinted(*asset, context.arguments.back());
  return asset_response(context, asset, immutable ? CachePolicy::immutable : CachePolicy::revalidate);
}

Response handle_brand(const Context& context) {
  Response response;
  response.content_type = "text/css; charset=utf-8";
  response.body = brand_of(context);
  return response;
}

Response handle_openapi(const Context& context) {
  return asset_response(context, openapi(context), CachePolicy::revalidate);
}

Response handle_favicon(const Context& context) {
  return asset_response(context, favicon(context), CachePolicy::revalidate);
}

}  // namespace signpost
