// asset_handler.cc - the files of web/: styles, scripts, icons, the description of the API.
#include "http/content_coding.h"
#include "http/handlers.h"

namespace signpost {
namespace {

Response asset_response(const Context& context, const WebFile* asset, CachePolicy cache) {
  if (asset == nullptr) return text_response(404, "");
  Response response;
  response.content_type = asset->content_type;
  response.cache = cache;
  const Encoding encoding = is_worth_compressing(asset->content_type, asset->bytes.size())
                                ? choose_encoding(context.request.header("accept-encoding"))
                                : Encoding::identity;
  response.body = context.services.assets.encoded(*asset, encoding);
  if (encoding != Encoding::identity)
    response.headers.emplace_back("Content-Encoding", content_coding(encoding));
  return response;
}

}  // namespace

Response handle_asset(const Context& context) {
  const std::string& name = context.arguments.back();
  const WebFile* asset = context.services.assets.find(name);
  const bool immutable = asset != nullptr && Assets::is_fingerprinted(*asset, name);
  return asset_response(context, asset, immutable ? CachePolicy::immutable : CachePolicy::revalidate);
}

Response handle_brand(const Context& context) {
  Response response;
  response.content_type = "text/css; charset=utf-8";
  response.body = context.generation ? context.generation->brand_css() : brand_css(Site{}.brand_color);
  return response;
}

Response handle_openapi(const Context& context) {
  return asset_response(context, context.services.assets.find("openapi.json"), CachePolicy::revalidate);
}

Response handle_favicon(const Context& context) {
  return asset_response(context, context.services.assets.find("favicon.svg"), CachePolicy::revalidate);
}

}  // namespace signpost
